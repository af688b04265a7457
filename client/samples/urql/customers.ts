import { fileURLToPath } from 'node:url';
import { Client, fetchExchange } from '@urql/core';
import { CustomersDocument } from '../../index.ts';

/** Lists customers with what they subscribe to: the generated documents work with any client that takes typed nodes. */
export async function listCustomers(url: string, token: string, first: number): Promise<string[]> {
  const client = new Client({
    url,
    exchanges: [fetchExchange],
    fetchOptions: { headers: { authorization: `Bearer ${token}` } },
    preferGetMethod: false,
  });
  const { data, error } = await client.query(CustomersDocument, { first });
  if (!data?.users) throw error ?? new Error('no customers');
  return data.users.edges.flatMap(({ node }) => {
    if (!node) return [];
    return `${node.firstName} ${node.lastName}: ${node.subscription?.product?.name ?? 'no subscription'}`;
  });
}

if (fileURLToPath(import.meta.url) === process.argv[1]) {
  const { GRAPH_URL = 'http://127.0.0.1:4000/graphql', TOKEN = '' } = process.env;
  process.stdout.write(`${(await listCustomers(GRAPH_URL, TOKEN, 10)).join('\n')}\n`);
}
