import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { CheckReport } from '../finding.ts';
import { copyProject } from '../fixture.ts';
import { printGithub } from './github.ts';
import { printJson } from './json.ts';
import { printMarkdown } from './markdown.ts';
import { printText } from './text.ts';

/** A used field and an unused one are gone, a field is new, and an operation has gained a hop. */
async function report(): Promise<CheckReport> {
  using project = copyProject();
  project.edit('users.graphql', '  "Where mail goes."\n  email: String!\n', '');
  project.edit('users.graphql', '  "What friends say."\n  nickname: String\n', '');
  project.edit('products.graphql', '  name: String!\n', '  name: String!\n  "In grams."\n  weight: Int\n');
  project.edit('operations/users.graphql', '        name\n', '        name\n        orderCount\n');
  return project.check();
}

const TEXT = `✗ FIELD_REMOVED User.email: Field 'email' was removed from object type 'User'
  users.graphql:48:6
  47 | "A customer."
  48 | type User @key(fields: "id") {
     |      ^
  49 |   "The user's id."
  operation Account
  operations/account.graphql:5:5
  4 |     name
  5 |     email
    |     ^
  6 |     region
  Keep it and mark it @deprecated until nobody uses it, or change the operations first.

✗ PLAN_OVER_BUDGET Users: the plan takes 2 calls, 1 allowed; 2 hops, 1 allowed; 101318 cost, 1115 allowed
  operation Users
  operations/users.graphql:1:7
  1 | query Users($filter: UserFilter) {
    |       ^
  2 |   users(first: 10, filter: $filter) {
  Look at it with \`npm run plan\`; if it is worth it, give Users a budget with a reason in operations/budgets.yaml.

○ FIELD_REMOVED User.nickname: Field 'nickname' was removed from object type 'User'
  Breaking, but no operation uses it.

· FIELD_ADDED Product.weight: Field 'weight' was added to object type 'Product'

query plans
  Users: calls 1 → 2, hops 1 → 2, cost 1,014 → 101,318

refused: 2 refused, 1 allowed, 1 note, against supergraph.graphql
`;

test('people get code frames, the operations and what to do', async () => {
  expect(printText(await report(), false)).toBe(TEXT);
});

test('colours change nothing but the colour', async () => {
  const coloured = printText(await report(), true);
  expect(coloured).toContain('\u001b[31m✗');
  expect(stripVTControlCharacters(coloured)).toBe(TEXT);
});

test('machines get all of it as JSON, places without their text', async () => {
  const json = JSON.parse(printJson(await report()));
  expect(json).toMatchObject({ verdict: 'refused', against: 'supergraph.graphql' });
  expect(json.findings).toHaveLength(4);
  expect(json.findings[0]).toEqual({
    level: 'refused',
    subject: 'change',
    rule: 'FIELD_REMOVED',
    at: 'User.email',
    message: "Field 'email' was removed from object type 'User'",
    places: [{ file: 'users.graphql', line: 48, column: 6, subgraph: 'users' }],
    hits: [{ operation: 'Account', file: 'operations/account.graphql', line: 5, column: 5 }],
    clients: [],
    remedy: 'Keep it and mark it @deprecated until nobody uses it, or change the operations first.',
  });
  expect(json.plans).toMatchObject([{ operation: 'Users', before: { calls: 1 }, after: { calls: 2 } }]);
});

test('a GitHub workflow gets annotations at the places', async () => {
  expect(printGithub(await report()).split('\n')).toEqual([
    "::error file=users.graphql,line=48,col=6,title=FIELD_REMOVED::FIELD_REMOVED User.email: Field 'email' was removed from object type 'User'%0AKeep it and mark it @deprecated until nobody uses it, or change the operations first.",
    "::error file=operations/account.graphql,line=5,col=5,title=FIELD_REMOVED::hits operation Account%0AFIELD_REMOVED User.email: Field 'email' was removed from object type 'User'%0AKeep it and mark it @deprecated until nobody uses it, or change the operations first.",
    '::error file=operations/users.graphql,line=1,col=7,title=PLAN_OVER_BUDGET::PLAN_OVER_BUDGET Users: the plan takes 2 calls, 1 allowed; 2 hops, 1 allowed; 101318 cost, 1115 allowed%0ALook at it with `npm run plan`; if it is worth it, give Users a budget with a reason in operations/budgets.yaml.',
    "::notice file=users.graphql,line=48,col=6,title=FIELD_REMOVED::FIELD_REMOVED User.nickname: Field 'nickname' was removed from object type 'User'%0ABreaking, but no operation uses it.",
    '::notice file=operations/users.graphql,title=Query plan::Users: calls 1 → 2, hops 1 → 2, cost 1,014 → 101,318',
    '::error title=Schema check::refused: 2 refused, 1 allowed, 1 note, against supergraph.graphql',
    '',
  ]);
});

test('a pull request gets a comment', async () => {
  expect(printMarkdown(await report())).toBe(`## Schema check: ❌ refused

2 refused, 1 allowed, 1 note, against supergraph.graphql

### Refused

- **FIELD_REMOVED** \`User.email\`: Field 'email' was removed from object type 'User'
  - at \`users.graphql:48\`
  - hits **Account** at \`operations/account.graphql:5\`
  - Keep it and mark it @deprecated until nobody uses it, or change the operations first.
- **PLAN_OVER_BUDGET** \`Users\`: the plan takes 2 calls, 1 allowed; 2 hops, 1 allowed; 101318 cost, 1115 allowed
  - at \`operations/users.graphql:1\`
  - hits **Users** at \`operations/users.graphql:1\`
  - Look at it with \`npm run plan\`; if it is worth it, give Users a budget with a reason in operations/budgets.yaml.

### Allowed

- **FIELD_REMOVED** \`User.nickname\`: Field 'nickname' was removed from object type 'User'
  - at \`users.graphql:48\`
  - Breaking, but no operation uses it.

<details><summary>For the record</summary>

- **FIELD_ADDED** \`Product.weight\`: Field 'weight' was added to object type 'Product'
  - at \`products.graphql:15\`

</details>

### Query plans

| operation | calls | hops | cost |
|---|---:|---:|---:|
| Users | 1 → **2** | 1 → **2** | 1,014 → **101,318** |
`);
});
