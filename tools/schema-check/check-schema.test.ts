import { describe, expect, test } from 'vitest';
import type { CheckReport } from './finding.ts';
import { copyProject, type Project } from './fixture.ts';

const removeEmail = ({ edit }: Project) =>
  edit('users.graphql', '  "Where mail goes."\n  email: String!\n', '');
const removeNickname = ({ edit }: Project) =>
  edit('users.graphql', '  "What friends say."\n  nickname: String\n', '');

/** Everything but notes: level, rule and what it is about. */
const told = ({ findings }: CheckReport) =>
  findings.filter(({ level }) => level !== 'note').map(({ level, rule, at }) => `${level} ${rule} ${at}`);

describe('a schema check', () => {
  test('has nothing to say of a graph that did not change', async () => {
    using project = copyProject();
    const { verdict, findings, plans } = await project.check();
    expect({ verdict, findings, plans }).toEqual({ verdict: 'ok', findings: [], plans: [] });
  });

  test('notes what is new', async () => {
    using project = copyProject();
    project.edit('products.graphql', 'name: String!', 'name: String!\n  "In grams."\n  weight: Int');
    const { verdict, findings } = await project.check();
    expect(verdict).toBe('ok');
    expect(findings.map(({ level, rule, at }) => `${level} ${rule} ${at}`)).toEqual([
      'note FIELD_ADDED Product.weight',
    ]);
  });

  test('shows the operation’s own line, in a folder below operations too', async () => {
    using project = copyProject();
    project.edit('orders.graphql', '  "How many orders the user placed."\n  orderCount: Int\n', '');
    const { findings } = await project.check();
    const [finding] = findings;
    expect(finding?.hits?.map(({ place: { file, line, column } }) => `${file}:${line}:${column}`)).toEqual([
      'operations/rest/user.graphql:5:5',
    ]);
  });

  test('names an operation that the gateway would refuse, once', async () => {
    using project = copyProject();
    project.write('operations/broken.graphql', 'query Broken {\n  me {\n    shoeSize\n  }\n}\n');
    const report = await project.check();
    expect(report.verdict).toBe('refused');
    expect(told(report)).toEqual(['refused INVALID_OPERATION Broken']);
    expect(report.findings[0]?.places[0]).toMatchObject({
      file: 'operations/broken.graphql',
      line: 3,
      column: 5,
    });
  });

  test('warns of an operation that uses what is deprecated', async () => {
    using project = copyProject();
    project.edit('operations/account.graphql', '    name\n', '    name\n    formerName\n');
    const report = await project.check();
    expect(report.verdict).toBe('ok');
    expect(told(report)).toContain('warning DEPRECATED_USED Account');
  });

  test('finds an argument, an input field and a type by those who use them', async () => {
    using project = copyProject();
    project.edit('users.graphql', '    "How many, 1 to 100."\n    first: Int = 20\n', '');
    project.edit('users.graphql', '  "The new name."\n  name: String!\n', '');
    const { findings } = await project.check();
    const hits = (rule: string) =>
      findings.find((finding) => finding.rule === rule)?.hits?.map(({ operation }) => operation);
    expect(hits('FIELD_ARGUMENT_REMOVED')).toEqual(['Users']);
    expect(hits('INPUT_FIELD_REMOVED')).toEqual(['RenameUser']);
  });

  test('counts those who leave an argument out, once it is demanded', async () => {
    using project = copyProject();
    project.edit('users.graphql', 'after: String\n', 'after: String!\n');
    const { findings } = await project.check();
    const [finding] = findings.filter(({ subject }) => subject === 'change');
    expect(finding).toMatchObject({
      level: 'refused',
      rule: 'FIELD_ARGUMENT_TYPE_CHANGED',
      at: 'Query.users(after:)',
    });
    expect(finding?.hits?.map(({ operation }) => operation)).toEqual(['Users']);
  });

  test('lets an argument be demanded of a field that nobody calls', async () => {
    using project = copyProject();
    project.edit(
      'products.graphql',
      '("The product\'s id." id: ID!)',
      '("The product\'s id." id: ID!, "Whose." tenant: ID!)',
    );
    const report = await project.check();
    expect(report.verdict).toBe('ok');
    expect(told(report)).toEqual(['allowed FIELD_ARGUMENT_ADDED Query.product(tenant:)']);
  });

  test('tells an operation’s file that is not GraphQL, or has no name, with its place', async () => {
    using project = copyProject();
    project.write('operations/bad.graphql', 'query Bad {\n');
    await expect(project.check()).rejects.toThrow('operations/bad.graphql:2:1: Syntax Error');
    project.write('operations/bad.graphql', '{ me { id } }');
    await expect(project.check()).rejects.toThrow('operations/bad.graphql: name the operation');
    project.write('operations/bad.graphql', 'query Account { me { id } }');
    await expect(project.check()).rejects.toThrow('operations/account.graphql has an operation Account too');
  });
});

describe('what clients do not see', () => {
  test('a field that now demands a token hits those who select it', async () => {
    using project = copyProject();
    project.edit('users.graphql', '  email: String!\n', '  email: String! @authenticated\n');
    const report = await project.check();
    expect(told(report)).toEqual(['refused ACCESS_TIGHTENED User.email']);
    expect(report.findings[0]?.hits?.map(({ operation }) => operation)).toEqual(['Account']);
    expect(report.findings[0]?.message).toBe("'User.email' now demands @authenticated");
  });

  test('a field that no longer demands a token is worth a look', async () => {
    using project = copyProject();
    project.edit('users.graphql', '  email: String!\n', '  email: String! @authenticated\n');
    const { composeSupergraph } = await import('../compose/compose-supergraph.ts');
    project.write('protected.graphql', composeSupergraph(`${project.root}/supergraph.yaml`).supergraphSdl);
    project.edit('users.graphql', ' @authenticated\n', '\n');
    const report = await project.check({ against: 'protected.graphql' });
    expect(report.verdict).toBe('ok');
    expect(told(report)).toEqual(['warning ACCESS_LOOSENED User.email']);
  });

  test('a field that moves, a new key and a new subgraph are noted', async () => {
    using project = copyProject();
    project.edit(
      'orders.graphql',
      '  orderCount: Int\n',
      '  orderCount: Int\n  "Nick."\n  nickname: String @override(from: "users")\n',
    );
    project.edit(
      'products.graphql',
      'type Product @key(fields: "id")',
      'type Product @key(fields: "id") @key(fields: "name")',
    );
    const { findings } = await project.check();
    expect(findings.map(({ rule, at, message }) => [rule, at, message])).toEqual(
      expect.arrayContaining([
        ['FIELD_MOVED', 'User.nickname', "Field 'User.nickname' moved from users to orders"],
        ['KEY_ADDED', 'Product', 'The entity gained Product @key(fields: "name") in products'],
      ]),
    );
  });
});

describe('a change that is accepted on purpose', () => {
  const accept = (expires: string, at = 'User.email') =>
    `exceptions:\n  - rule: FIELD_REMOVED\n    at: ${at}\n    reason: no client has shown it since May\n    expires: ${expires}\n`;

  test('is allowed until its day; the operations must follow all the same', async () => {
    using project = copyProject();
    removeEmail(project);
    project.write('schema-exceptions.yaml', accept('2026-11-20'));
    expect(told(await project.check())).toEqual([
      'refused INVALID_OPERATION Account',
      'allowed FIELD_REMOVED User.email',
    ]);
    project.edit('operations/account.graphql', '    email\n', '');
    const report = await project.check();
    expect(report.verdict).toBe('ok');
  });

  test('a breach of a convention can be accepted too', async () => {
    using project = copyProject();
    project.edit('products.graphql', '  "What it is called."\n', '');
    project.write(
      'schema-exceptions.yaml',
      accept('2027-01-01', 'Product.name').replace('FIELD_REMOVED', 'description'),
    );
    const report = await project.check();
    expect(report.verdict).toBe('ok');
    expect(told(report)).toEqual(['allowed description Product.name']);
    expect(report.findings[0]?.remedy).toBe('Accepted until 2027-01-01: no client has shown it since May');
  });

  test('refuses past its day', async () => {
    using project = copyProject();
    removeNickname(project);
    project.write('schema-exceptions.yaml', accept('2026-11-19', 'User.nickname'));
    const report = await project.check();
    expect(report.verdict).toBe('refused');
    expect(told(report)).toContain('refused EXCEPTION_EXPIRED User.nickname');
    expect(report.findings[0]?.places[0]).toMatchObject({ file: 'schema-exceptions.yaml', line: 2 });
  });

  test('is reported when it accepts nothing', async () => {
    using project = copyProject();
    project.write('schema-exceptions.yaml', accept('2027-01-01'));
    const report = await project.check();
    expect(report.verdict).toBe('ok');
    expect(told(report)).toEqual(['warning EXCEPTION_UNUSED User.email']);
  });

  test('needs a reason and a day', async () => {
    using project = copyProject();
    project.write(
      'schema-exceptions.yaml',
      'exceptions:\n  - rule: FIELD_REMOVED\n    at: User.email\n    reason: because\n    expires: 2027-01-01\n',
    );
    await expect(project.check()).rejects.toThrow(
      'schema-exceptions.yaml:4: exceptions.0.reason: say why, in a sentence',
    );
    project.write('schema-exceptions.yaml', accept('soon'));
    await expect(project.check()).rejects.toThrow(
      'schema-exceptions.yaml:5: exceptions.0.expires: say until when',
    );
  });

  test('never covers a graph that does not compose', async () => {
    using project = copyProject();
    project.edit('orders.graphql', '  orderCount: Int\n', '  orderCount: Int\n  "Name."\n  name: String\n');
    project.write(
      'schema-exceptions.yaml',
      accept('2027-01-01', 'users, orders').replace('FIELD_REMOVED', 'INVALID_FIELD_SHARING'),
    );
    expect((await project.check()).verdict).toBe('refused');
  });
});

describe('the plan budget', () => {
  const addHop = ({ edit }: Project) =>
    edit('operations/account.graphql', '    name\n', '    name\n    orderCount\n');

  test('is what the plan took before', async () => {
    using project = copyProject();
    addHop(project);
    const { verdict, findings, plans } = await project.check();
    expect(verdict).toBe('refused');
    expect(findings).toMatchObject([
      {
        rule: 'PLAN_OVER_BUDGET',
        at: 'Account',
        message: 'the plan takes 2 calls, 1 allowed; 2 hops, 1 allowed; cost 103,408, 1,107 allowed'.replace(
          'cost 103,408, 1,107 allowed',
          `${plans[0]?.after.cost} cost, ${Math.floor((plans[0]?.before?.cost ?? 0) * 1.1)} allowed`,
        ),
      },
    ]);
    expect(plans).toMatchObject([
      { operation: 'Account', before: { calls: 1, hops: 1 }, after: { calls: 2, hops: 2 } },
    ]);
  });

  test('can be raised with a reason', async () => {
    using project = copyProject();
    addHop(project);
    project.write(
      'operations/budgets.yaml',
      'Account:\n  calls: 2\n  hops: 2\n  cost: 500000\n  reason: the account page counts the orders\n',
    );
    expect((await project.check()).verdict).toBe('ok');
  });

  test('holds for a budget that is lower than the plan', async () => {
    using project = copyProject();
    project.write(
      'operations/budgets.yaml',
      'OrderPage:\n  calls: 1\n  reason: the page is on the way of every sale\n',
    );
    const { findings } = await project.check();
    expect(findings.map(({ message }) => message)).toEqual(['the plan takes 3 calls, 1 allowed']);
  });

  test('leaves room for a field of the same subgraph, and a new operation is free', async () => {
    using project = copyProject();
    project.edit('operations/account.graphql', '    name\n', '    name\n    nickname\n');
    project.write('operations/new.graphql', 'query New {\n  me {\n    id\n    orderCount\n  }\n}\n');
    const { verdict, plans } = await project.check();
    expect(verdict).toBe('ok');
    expect(plans.map(({ operation, before }) => [operation, before !== undefined])).toEqual([
      ['Account', true],
      ['New', false],
    ]);
  });

  test('names the line that is wrong in its file', async () => {
    using project = copyProject();
    project.write(
      'operations/budgets.yaml',
      'Account:\n  calls: many\n  reason: the account page counts the orders\n',
    );
    await expect(project.check()).rejects.toThrow(
      'operations/budgets.yaml:2: Account.calls: give a whole number',
    );
  });
});
