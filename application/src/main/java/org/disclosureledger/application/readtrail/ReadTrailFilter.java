package org.disclosureledger.application.readtrail;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives nobody the stream of an answer before {@link RequestTrail} has recorded what the answer shows. */
@Component
final class ReadTrailFilter extends OncePerRequestFilter {

    private final ReadTrail trail;

    ReadTrailFilter(ReadTrail trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new RecordedAnswer(response, RequestTrail.begin(trail, request)));
    }

    private static final class RecordedAnswer extends HttpServletResponseWrapper {

        private final RequestTrail trail;

        RecordedAnswer(HttpServletResponse response, RequestTrail trail) {
            super(response);
            this.trail = trail;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            record();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            record();
            return super.getWriter();
        }

        /** The name of a file that is not given away would stand above the answer that says so. */
        private void record() {
            try {
                trail.answer(this);
            } catch (RuntimeException e) {
                if (!isCommitted()) {
                    reset();
                }
                throw e;
            }
        }
    }
}
