import { describe, expect, it } from 'vitest';
import { addEntry, nextPort, removeEntry } from './supergraph-entry.ts';

const YAML = `# first
federation_version: =2.9.0
subgraphs:
    # about users
    users: # the only one
        routing_url: http://127.0.0.1:4001/graphql
        schema:
            file: subgraphs/users/schema.graphql # here

# last
`;

describe('an entry in supergraph.yaml', () => {
  it('is added after the last one, in the file’s own indentation, and keeps every comment', () => {
    expect(addEntry(YAML, 'reviews', 4006)).toBe(
      YAML.replace(
        '# here\n',
        `$&    reviews:
        routing_url: http://127.0.0.1:4006/graphql
        schema:
            file: subgraphs/reviews/schema.graphql
`,
      ),
    );
  });

  it.each([YAML, YAML.trimEnd(), YAML.replace('\n# last\n', '')])('is removed without a trace', (yaml) => {
    expect(removeEntry(addEntry(yaml, 'reviews', 4006), 'reviews')).toBe(yaml);
  });

  it('leaves a file alone that has none of the name', () => {
    expect(removeEntry(YAML, 'reviews')).toBe(YAML);
  });

  it('gets the port above the highest', () => {
    expect(
      nextPort(['http://127.0.0.1:4001/graphql', 'http://127.0.0.1:4009/', 'http://localhost:80/']),
    ).toBe(4010);
  });
});
