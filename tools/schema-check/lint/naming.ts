import { type ASTNode, isTypeDefinitionNode, Kind } from 'graphql';
import type { SubgraphSource } from '../../compose/subgraph-source.ts';
import { pascal, ROOTS } from './ast.ts';
import { type Breach, breach, type LintContext, objectTypes } from './rule.ts';

const PASCAL = /^[A-Z][A-Za-z0-9]*$/;
const CAMEL = /^[a-z][A-Za-z0-9]*$/;
const UPPER = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
/** A query is a noun: what it returns, not how one gets it. */
const GETTER = /^(?:get|list|find|fetch|load|query)[A-Z]/;

/** Types are PascalCase, fields and arguments camelCase, enum values UPPER_CASE; queries are nouns, mutations verbs first. */
export function naming(context: LintContext): Breach[] {
  return [...context.subgraphs.flatMap(cases), ...nouns(context), ...verbs(context)];
}

function cases(subgraph: SubgraphSource): Breach[] {
  return subgraph.document.definitions.filter(isTypeDefinitionNode).flatMap((type) => {
    const name = type.name.value;
    const check = (at: string, value: string, pattern: RegExp, style: string, node: ASTNode) =>
      pattern.test(value) ? [] : [breach(at, `${at} is not written in ${style}`, node, subgraph)];
    const found = check(name, name, PASCAL, 'PascalCase', type);
    if (type.kind === Kind.ENUM_TYPE_DEFINITION) {
      for (const value of type.values ?? [])
        found.push(...check(`${name}.${value.name.value}`, value.name.value, UPPER, 'UPPER_CASE', value));
    }
    for (const field of 'fields' in type ? (type.fields ?? []) : []) {
      const at = `${name}.${field.name.value}`;
      found.push(...check(at, field.name.value, CAMEL, 'camelCase', field));
      for (const each of 'arguments' in field ? (field.arguments ?? []) : [])
        found.push(...check(`${at}(${each.name.value}:)`, each.name.value, CAMEL, 'camelCase', each));
    }
    return found;
  });
}

const nouns = ({ subgraphs }: LintContext): Breach[] =>
  objectTypes(subgraphs)
    .filter(({ name }) => name === ROOTS.query)
    .flatMap(({ fields, subgraph }) =>
      fields
        .filter(({ name }) => GETTER.test(name.value))
        .map((field) => {
          const at = `Query.${field.name.value}`;
          return breach(at, `${at} begins with a verb: name what it returns`, field, subgraph);
        }),
    );

/**
 * A mutation that begins with the name of a type says the noun first; but a word such as `report` is a verb where a type
 * follows that it is done to.
 */
function verbs({ subgraphs }: LintContext): Breach[] {
  const types = objectTypes(subgraphs);
  const names = new Set(types.map(({ name }) => name));
  return types
    .filter(({ name }) => name === ROOTS.mutation)
    .flatMap(({ fields, subgraph }) =>
      fields
        .filter(({ name: { value } }) => {
          const word = /^[a-z0-9]+/.exec(value)?.[0] ?? '';
          return names.has(pascal(word)) && !names.has(value.slice(word.length));
        })
        .map((field) => {
          const at = `Mutation.${field.name.value}`;
          return breach(at, `${at} begins with a noun: put the verb first`, field, subgraph);
        }),
    );
}
