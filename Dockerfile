# The Node.js that the test suite runs on; one line to change for another.
ARG NODE_IMAGE=node:20.20.2-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json LICENSE NOTICE ./
COPY graph-queries graph-queries
COPY services services
COPY seeds seeds
COPY visualizer visualizer
RUN npm run build && npm prune --omit=dev

FROM ${NODE_IMAGE}
# HOST=0.0.0.0 is refused until ACCESS_TOKEN or READ_ONLY=1 is given: nothing in this image opens a writable service by itself.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "services/server.ts"]
