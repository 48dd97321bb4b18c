import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.bin': 'application/octet-stream',
};

/** Serves a folder on 127.0.0.1, compressed as static hosts do; port 0 takes a free one. Resolves once it listens. */
export async function serveFolder(folder: string, port = 0): Promise<{ readonly address: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const file = fileOf(folder, request.url ?? '/');
    readFile(file).then((content) => {
      const zip = !file.endsWith('.bin') && /\bgzip\b/.test(String(request.headers['accept-encoding']));
      const body = zip ? gzipSync(content) : content;
      response.setHeader('content-type', TYPES[extname(file)] ?? TYPES['.bin']!);
      response.setHeader('content-length', body.length);
      response.setHeader('cache-control', 'no-store');
      if (zip) response.setHeader('content-encoding', 'gzip');
      response.end(body);
    }, () => response.writeHead(404).end('not found'));
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const bound = server.address();
  return { address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : port}/`, server };
}

/** The file of a path; never one outside the folder. */
function fileOf(folder: string, url: string): string {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  const file = resolve(folder, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  return file.startsWith(resolve(folder) + sep) ? file : join(folder, 'missing');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { address } = await serveFolder(fileURLToPath(new URL('dist', import.meta.url)), Number(process.env['PORT'] ?? 8080));
  console.log(`The playground is at ${address}; stop with Ctrl+C`);
}
