package org.disclosureledger.application.limits;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.domain.access.ExportKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets few at once through each {@link Door}; who finds it full is told to come again, and nothing is done for him. */
@Configuration(proxyBeanMethods = false)
class Doorkeeper implements AsyncHandlerInterceptor, WebMvcConfigurer {

    private static final String PLACE = Doorkeeper.class.getName();
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Map<Door, Semaphore> places = new EnumMap<>(Door.class);

    Doorkeeper(LimitSettings settings) {
        for (Door door : Door.values()) {
            int atOnce = atOnce(door, settings);
            places.put(door, new Semaphore(atOnce == 0 ? Integer.MAX_VALUE : atOnce));
        }
    }

    private static int atOnce(Door door, LimitSettings settings) {
        return switch (door) {
            case SEARCH -> settings.searches();
            case IMPORT -> settings.imports();
            case EXPORT -> settings.exports();
            case AUDIT_PACKAGE -> settings.auditPackages();
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** A place behind a door, given back once however the request ends. */
    private static final class Place implements AsyncListener {

        private final Semaphore from;
        private final AtomicBoolean taken = new AtomicBoolean(true);

        Place(Semaphore from) {
            this.from = from;
        }

        void leave() {
            if (taken.getAndSet(false)) {
                from.release();
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            leave();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Completes afterwards.
        }

        @Override
        public void onError(AsyncEvent event) {
            // Completes afterwards.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }

    private static @Nullable Door door(HandlerMethod method) {
        Costly costly = method.getMethodAnnotation(Costly.class);
        if (costly != null) {
            return costly.value();
        }
        Exports exports = method.getMethodAnnotation(Exports.class);
        if (exports == null) {
            return null;
        }
        return exports.value() == ExportKind.AUDIT_PACKAGE ? Door.AUDIT_PACKAGE : Door.EXPORT;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Door door = handler instanceof HandlerMethod method ? door(method) : null;
        Semaphore of = door == null ? null : places.get(door);
        if (door == null || of == null || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        if (!of.tryAcquire()) {
            throw new TooMuch("同时" + door.label() + "的人太多", AGAIN);
        }
        request.setAttribute(PLACE, new Place(of));
        return true;
    }

    /** The answer is written by another thread: the place is given back when it has been. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(PLACE) instanceof Place place && request.isAsyncStarted()) {
            request.getAsyncContext().addListener(place);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(PLACE) instanceof Place place) {
            place.leave();
        }
    }
}
