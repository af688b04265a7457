import { readFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

/**
 * Serves the sample's page, and passes `/graphql` on to the graph, so that the page has one origin: what a reverse
 * proxy does in front of a real one.
 */
export function createPageServer(graph: URL): Server {
  return createServer((incoming, answer) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://page');
    if (pathname === '/graphql') {
      const { method, headers } = incoming;
      const onward = request(graph, { method, headers: { ...headers, host: graph.host } }, (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(answer);
      });
      onward.on('error', () => answer.writeHead(502).end());
      incoming.pipe(onward);
      return;
    }
    const file = new URL(pathname === '/' ? 'index.html' : `.${pathname}`, import.meta.url);
    readFile(file).then(
      (content) =>
        answer.setHeader('content-type', TYPES[extname(file.pathname)] ?? 'text/plain').end(content),
      () => answer.writeHead(404).end(),
    );
  });
}

if (fileURLToPath(import.meta.url) === process.argv[1]) {
  const graph = new URL(process.env.GRAPH_URL || 'http://127.0.0.1:4000/graphql');
  const port = Number(process.env.PORT || 5173);
  createPageServer(graph).listen(port, '127.0.0.1', () => {
    process.stdout.write(`the page is at http://127.0.0.1:${port}/, its graph at ${graph}\n`);
  });
}
