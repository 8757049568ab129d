package org.disclosureledger.application.readtrail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Records what a page shows while a page that says otherwise can still take its place. */
@Configuration(proxyBeanMethods = false)
class ReadTrailInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        RequestTrail trail = RequestTrail.of(request);
        String view = page == null ? null : page.getViewName();
        if (trail != null && view != null && !view.startsWith("redirect:")) {
            trail.answer(response);
        }
    }
}
