/** The port of the dev server and of the preview (`PORT`). What is wrong with it is one sentence. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HttpServer, Plugin } from 'vite';

/** Where `PORT` names none, or what is no port. */
export const usualPort = 4321;
const most = 65_535;

/** @returns `null` where what is given is no port; `usualPort` where nothing is. */
export function portFrom(given: string | undefined): number | null {
  if (given === undefined) return usualPort;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  return port >= 1 && port <= most ? port : null;
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use; PORT names another',
  EACCES: 'is not allowed for this user; PORT names another',
};

/** Ends the process with a sentence where the server can't listen, or has nothing to serve. */
export function portProblems(): Plugin {
  return {
    name: 'datelines:port',
    configureServer: ({ httpServer, config }) => watch(httpServer, config.server.strictPort),
    configurePreviewServer({ httpServer, config }) {
      const { root, build, preview } = config;
      if (!existsSync(resolve(root, build.outDir, 'index.html')))
        end(`${build.outDir} holds no site; npm run build writes it`);
      watch(httpServer, preview.strictPort);
    },
  };
}

/** @param server `null` where a test runner uses the plugins without one. */
function watch(server: HttpServer | null, strict: boolean | undefined): void {
  if (!server) return;
  const given = process.env.PORT;
  if (portFrom(given) === null) end(`PORT is "${given}"; expected a number from 1 to ${most}`);
  server.prependListener('error', (error: NodeJS.ErrnoException & { port?: number }) => {
    // Vite tries the next port.
    if (error.syscall !== 'listen' || (error.code === 'EADDRINUSE' && !strict)) return;
    const reason = reasons[error.code ?? ''] ?? `can't be used: ${error.message}`;
    end(`port ${error.port} ${reason}`);
  });
}

function end(message: string): never {
  process.stderr.write(`datelines: ${message}\n`);
  process.exit(1);
}
