import { type ConstDirectiveNode, isTypeDefinitionNode, Kind, visit } from 'graphql';
import { type Breach, breach, type LintContext } from './rule.ts';

const REASON = /^Use .+\. Removed after (\d{4}-\d{2}-\d{2})\.$/;

/** `@deprecated(reason: "Use X. Removed after YYYY-MM-DD.")`; past the date, the field goes or the date is moved. */
export function deprecation({ subgraphs, today }: LintContext): Breach[] {
  const found: Breach[] = [];
  for (const subgraph of subgraphs) {
    for (const type of subgraph.document.definitions.filter(isTypeDefinitionNode)) {
      visit(type, {
        Directive(node, _key, _parent, _path, ancestors) {
          if (node.name.value !== 'deprecated') return;
          const names = ancestors.flatMap((each) =>
            'name' in each && each.name ? [String(each.name.value)] : [],
          );
          const at = names.length > 2 ? `${names[0]}.${names[1]}(${names[2]}:)` : names.join('.');
          const fault = faultOf(node as ConstDirectiveNode, today);
          if (fault) found.push(breach(at, `${at} ${fault}`, node, subgraph));
        },
      });
    }
  }
  return found;
}

function faultOf({ arguments: given = [] }: ConstDirectiveNode, today: string): string | undefined {
  const value = given.find(({ name }) => name.value === 'reason')?.value;
  const reason = value?.kind === Kind.STRING ? value.value : '';
  const [, date] = REASON.exec(reason) ?? [];
  if (!date || Number.isNaN(Date.parse(date))) {
    return 'is deprecated without a way out: write reason: "Use X. Removed after YYYY-MM-DD."';
  }
  return date < today ? `should have been removed after ${date}` : undefined;
}
