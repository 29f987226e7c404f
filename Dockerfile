# Build: the Maven wrapper on a JDK. Tests belong to CI, not here; nothing asks for git.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -DskipTests -Dspotless.check.skip=true package \
 && cp target/campaign-convergence-*.jar application.jar \
 && java -Djarmode=tools -jar application.jar extract --layers --destination extracted

# Run: a JRE, the libraries and the application as layers, no shell needed and no root.
FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 convergence \
 && useradd --system --uid 10001 --gid convergence --home-dir /application --shell /usr/sbin/nologin convergence
WORKDIR /application
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./

# Java options of every start, the training run included: an archive fits only the JVM settings that it was made with.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=65 -XX:+UseG1GC -XX:+ExitOnOutOfMemoryError -Duser.timezone=UTC"

# The training run for class data sharing: starts once on the default profile, whose database is in memory, leaves as
# soon as the context stands, and archives the classes that were loaded. Later starts map them instead of parsing them.
RUN java -XX:ArchiveClassesAtExit=application.jsa -Dspring.context.exit=onRefresh -jar application.jar \
 && chmod a+r application.jsa

USER convergence
ENV SPRING_PROFILES_ACTIVE=production
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
    CMD ["curl", "--fail", "--silent", "--max-time", "4", "--output", "/dev/null", "http://127.0.0.1:8080/actuator/health/readiness"]
# Without a usable archive (another JVM in a derived image) the application starts all the same, only slower.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=application.jsa", "-jar", "application.jar"]
