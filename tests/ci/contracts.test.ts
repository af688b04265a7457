import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkFloorPlan } from '../../tools/check/floor-plan.ts';
import { readSubgraphSchemas } from '../../tools/mock/subgraph-schemas.ts';
import { copyProject } from '../../tools/testing/project-copy.ts';

it('a contract from another repository is composed and can be mocked, and gets no code here', () => {
  using project = copyProject();
  const { root, run } = project;
  mkdirSync(join(root, 'contracts'));
  writeFileSync(
    join(root, 'contracts/oddments.graphql'),
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    "A customer." type User @key(fields: "id") { "The id." id: ID! "How many oddments." oddmentCount: Int }`,
  );
  project.edit('supergraph.yaml', (yaml) =>
    yaml.concat(
      '  oddments:\n    routing_url: http://127.0.0.1:4100/graphql\n    schema:\n      file: contracts/oddments.graphql\n',
    ),
  );
  expect(run(['tools/compose.ts'])).toMatchObject({ status: 0 });
  expect(run(['tools/codegen.ts'])).toMatchObject({ status: 0 });
  expect(project.changes()).toEqual([' M supergraph.graphql', ' M supergraph.yaml', '?? contracts/']);
  expect(checkFloorPlan(root)).toEqual([]);
  expect(readSubgraphSchemas(join(root, 'supergraph.graphql')).map(({ name }) => name)).toContain('oddments');
});
