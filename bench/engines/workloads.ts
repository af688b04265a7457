import { readFileSync } from 'node:fs';
import { PUBLIC_QUERY } from '../public-graph/schemas.ts';
import type { GraphName } from './graph.ts';
import { differentOperations } from './operations.ts';

/** What gateways are asked. */
export interface Workload {
  /** As people name it in `--only`. */
  readonly name: string;
  readonly about: string;
  readonly graph: GraphName;
  /** Request bodies, asked in rotation. */
  readonly bodies: readonly string[];
  /** Whether gateways that join alike requests under way take part with that: here all requests are alike. */
  readonly dedupe?: true;
  /** Whether it is also asked at 70 % of the rate that a gateway can take. */
  readonly paced?: true;
}

const ONE_HOP = '{ topProducts { upc name reviews { id body } } }';
const LIST = `{
  topProducts(first: 100) { upc name price weight inStock shippingEstimate reviews { id body author { id name } } }
}`;

/** Of the 1,000 users of the sample data. */
const CUSTOMERS = Array.from({ length: 50 }, (_, index) => String(20 * index + 3));

const bodyOf = (query: string, variables?: object) => JSON.stringify({ query, variables });

export const WORKLOADS: readonly Workload[] = [
  {
    name: 'public',
    about: 'the public benchmark’s query: 85 KiB from four subgraphs',
    graph: 'public',
    bodies: [bodyOf(PUBLIC_QUERY)],
    dedupe: true,
    paced: true,
  },
  {
    name: 'one-hop',
    about: 'five products and their reviews, from another subgraph',
    graph: 'public',
    bodies: [bodyOf(ONE_HOP)],
  },
  {
    name: 'list',
    about: '100 products, each with parts of three subgraphs',
    graph: 'public',
    bodies: [bodyOf(LIST)],
  },
  {
    name: 'rotation',
    about: '200 different operations in rotation',
    graph: 'public',
    bodies: differentOperations(200).map((query) => bodyOf(query)),
  },
  {
    name: 'customer',
    about: 'operations/customer.graphql for 50 customers, from five subgraphs with their databases',
    graph: 'tessera',
    bodies: CUSTOMERS.map((id) => bodyOf(readFileSync('operations/customer.graphql', 'utf8'), { id })),
    paced: true,
  },
];
