import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

// No gateway: every request gets the same work, of about a millisecond, and the same answer. It asks nobody and leaves next
// to no garbage, so what requests wait for here is the machine.
const WORK = Buffer.alloc(1.5 * 2 ** 20);
const ANSWER = JSON.stringify({ data: { __typename: 'Query', filling: 'x'.repeat(85 * 2 ** 10) } });
const HEADERS = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(ANSWER) };

createServer((request, response) => {
  request.resume().once('end', () => {
    createHash('sha256').update(WORK).digest();
    response.writeHead(200, HEADERS).end(ANSWER);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
