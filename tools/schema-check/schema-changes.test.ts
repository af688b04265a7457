import { describe, expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { copyProject, type Project } from './fixture.ts';

/** A change that somebody makes to the graph, and what the check must say of it. */
interface Scripted {
  readonly title: string;
  readonly change: (project: Project) => void;
  readonly verdict: 'ok' | 'refused';
  /** What it must find, notes aside: level, rule, what it is about, and the operations that it names. */
  readonly findings: readonly (readonly [Finding['level'], string, string, ...string[]])[];
}

const SCRIPTED: readonly Scripted[] = [
  {
    title: 'a field that an operation selects cannot go',
    change: ({ edit }) => edit('users.graphql', '  "Where mail goes."\n  email: String!\n', ''),
    verdict: 'refused',
    findings: [['refused', 'FIELD_REMOVED', 'User.email', 'Account operations/account.graphql:5']],
  },
  {
    title: 'a field that no operation selects can go',
    change: ({ edit }) => edit('users.graphql', '  "What friends say."\n  nickname: String\n', ''),
    verdict: 'ok',
    findings: [['allowed', 'FIELD_REMOVED', 'User.nickname']],
  },
  {
    title: 'a field that clients rely on cannot become nullable',
    change: ({ edit }) => edit('users.graphql', 'called."\n  name: String!', 'called."\n  name: String'),
    verdict: 'refused',
    findings: [
      [
        'refused',
        'FIELD_TYPE_CHANGED',
        'User.name',
        'Account operations/account.graphql:4',
        'OrderPage operations/order-page.graphql:14',
        'RestUser operations/rest/user.graphql:4',
        'Users operations/users.graphql:6',
      ],
    ],
  },
  {
    title: 'an argument cannot be demanded of those who call the field without it',
    change: ({ edit }) =>
      edit(
        'users.graphql',
        'user("The user\'s id." id: ID!)',
        'user("The user\'s id." id: ID!, "Whose." tenant: ID!)',
      ),
    verdict: 'refused',
    findings: [
      ['refused', 'FIELD_ARGUMENT_ADDED', 'Query.user(tenant:)', 'RestUser operations/rest/user.graphql:2'],
    ],
  },
  {
    title: 'an enum value cannot be renamed while a variable may carry it',
    change: ({ edit }) => edit('users.graphql', '  SOUTH\n', '  SOUTHERN\n'),
    verdict: 'refused',
    findings: [
      ['refused', 'ENUM_VALUE_REMOVED', 'Region.SOUTH', 'Users operations/users.graphql:1'],
      ['warning', 'ENUM_VALUE_ADDED', 'Region.SOUTHERN', 'Account operations/account.graphql:6'],
    ],
  },
  {
    title: 'a field can move to another subgraph with @override',
    change: ({ edit }) =>
      edit(
        'orders.graphql',
        '  orderCount: Int\n',
        '  orderCount: Int\n  "What friends say."\n  nickname: String @override(from: "users")\n',
      ),
    verdict: 'ok',
    findings: [],
  },
  {
    title: 'a key cannot be renamed in one subgraph alone',
    change: ({ edit }) =>
      edit(
        'products.graphql',
        'type Product @key(fields: "id") {\n  "The product\'s id."\n  id: ID!',
        'type Product @key(fields: "sku") {\n  "The product\'s id."\n  sku: ID!',
      ),
    verdict: 'refused',
    findings: [
      ['refused', 'SATISFIABILITY_ERROR', 'orders, products'],
      ['refused', 'SATISFIABILITY_ERROR', 'orders, products'],
    ],
  },
  {
    title: 'a field cannot have two types',
    change: ({ edit }) => {
      edit(
        'orders.graphql',
        '  orderCount: Int\n',
        '  orderCount: Int\n  "Called."\n  name: Int @shareable\n',
      );
      edit('users.graphql', 'called."\n  name: String!', 'called."\n  name: String! @shareable');
    },
    verdict: 'refused',
    findings: [['refused', 'FIELD_TYPE_MISMATCH', 'users, orders']],
  },
  {
    title: 'a field cannot be resolved twice unless both share it',
    change: ({ edit }) =>
      edit('orders.graphql', '  orderCount: Int\n', '  orderCount: Int\n  "Called."\n  name: String\n'),
    verdict: 'refused',
    findings: [['refused', 'INVALID_FIELD_SHARING', 'users, orders']],
  },
  {
    title: 'a field must be reachable from every query',
    change: ({ edit }) =>
      edit(
        'orders.graphql',
        'type User @key(fields: "id")',
        'type User @key(fields: "id", resolvable: false)',
      ),
    verdict: 'refused',
    findings: [['refused', 'SATISFIABILITY_ERROR', 'users, orders']],
  },
  {
    title: 'a move that costs operations a hop is over their budget',
    change: ({ edit }) =>
      edit(
        'orders.graphql',
        '  orderCount: Int\n',
        '  orderCount: Int\n  "Where mail goes."\n  email: String @override(from: "users")\n',
      ),
    verdict: 'refused',
    findings: [
      ['refused', 'FIELD_TYPE_CHANGED', 'User.email', 'Account operations/account.graphql:5'],
      ['refused', 'PLAN_OVER_BUDGET', 'Account', 'Account operations/account.graphql:1'],
    ],
  },
  {
    title: 'a deprecated field does not outlive its date',
    change: ({ edit }) => edit('users.graphql', '2027-01-31', '2026-10-31'),
    verdict: 'refused',
    findings: [['refused', 'deprecation', 'User.formerName']],
  },
];

describe('a scripted schema change', () => {
  test.each(SCRIPTED)('$title', async ({ change, verdict, findings }) => {
    using project = copyProject();
    change(project);
    const report = await project.check();
    const told = report.findings
      .filter(({ level }) => level !== 'note')
      .map(({ level, rule, at, hits = [] }) => [
        level,
        rule,
        at,
        ...hits.map(({ operation, place }) => `${operation} ${place.file}:${place.line}`),
      ]);
    expect({ verdict: report.verdict, findings: told }).toEqual({ verdict, findings });
  });

  test('there are twelve', () => expect(SCRIPTED).toHaveLength(12));
});
