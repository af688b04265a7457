import { getNamedTypeNode } from './ast.ts';
import { type Breach, breach, type LintContext, objectTypes } from './rule.ts';

const MONEY = /price|amount|cost|total|fee|balance|payment/i;

/** Money is exact: `Money` or `Decimal`, never a Float. */
export function money({ subgraphs }: LintContext): Breach[] {
  return objectTypes(subgraphs).flatMap(({ name, fields, subgraph }) =>
    fields
      .filter((field) => getNamedTypeNode(field.type) === 'Float' && MONEY.test(field.name.value))
      .map((field) => {
        const at = `${name}.${field.name.value}`;
        return breach(at, `${at} is a Float: money needs Money or Decimal`, field, subgraph);
      }),
  );
}
