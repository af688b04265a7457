import { createServer } from 'node:http';

// No gateway: every request gets the same work, of about a millisecond, and the same answer. It asks nobody and leaves next
// to no garbage, so what requests wait for here is the machine. It sorts, since that takes what programs in general take: a
// neighbour on the same physical core hardly slows what the core has a unit of its own for, as a checksum.
const MIXED = Float64Array.from({ length: 12_000 }, (_, index) => (index * 2_654_435_761) % 1_000_003);
const sorted = new Float64Array(MIXED.length);
const ANSWER = JSON.stringify({ data: { __typename: 'Query', filling: 'x'.repeat(85 * 2 ** 10) } });
const HEADERS = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(ANSWER) };

createServer((request, response) => {
  request.resume().once('end', () => {
    sorted.set(MIXED);
    sorted.sort();
    response.writeHead(200, HEADERS).end(ANSWER);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
