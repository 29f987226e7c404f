package dev.convergence.security;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where people sign in for the application's own pages: with the web applications' login, for the same session. */
@Component
class SignInPage implements WebMvcConfigurer {

    static final String PATH = "/sign-in";

    /** Lets the browser load the page's own script and style and call the login, and nothing else. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addViewController(PATH).setViewName("forward:/sign-in/index.html");
    }
}
