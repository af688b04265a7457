import type { Place } from '../compose/place.ts';
import type { Finding } from './finding.ts';
import type { OperationUses } from './operation-uses.ts';
import type { Usage } from './usage.ts';

/** A change that clients could notice. */
export interface Candidate {
  readonly rule: string;
  readonly at: string;
  readonly message: string;
  readonly criticality: 'breaking' | 'dangerous' | 'safe';
  /** Through which coordinates a client would notice. */
  readonly touches: readonly string[];
  readonly places: readonly Place[];
}

/** What is known of the clients. */
export interface Clients {
  readonly uses: OperationUses;
  readonly usage?: Usage | undefined;
}

/** Decides on a change: a breaking one is refused when an operation of ours or a client that was seen would notice. */
export function judge(change: Candidate, { uses, usage }: Clients): Finding {
  const { rule, at, message, criticality, touches, places } = change;
  const about = { subject: 'change', rule, at, message, places } as const;
  if (criticality === 'safe') return { ...about, level: 'note' };
  const hits = uses.hitsOf(touches);
  const clients = usage?.clientsOf(touches) ?? [];
  const found = { ...about, hits, clients };
  if (criticality === 'dangerous') return { ...found, level: 'warning' };
  if (hits.length > 0 || clients.length > 0) {
    return {
      ...found,
      level: 'refused',
      remedy: 'Keep it and mark it @deprecated until nobody uses it, or change the operations first.',
    };
  }
  if (usage && usage.observedDays < usage.unusedFor) {
    return {
      ...found,
      level: 'refused',
      remedy:
        `Wait: clients have been observed for ${usage.observedDays} of ${usage.unusedFor} days, ` +
        'or ask for fewer with --unused-for.',
    };
  }
  const seen = usage
    ? `, and no client did in ${usage.unusedFor === 1 ? 'a day' : `${usage.unusedFor} days`}`
    : '';
  return { ...found, level: 'allowed', remedy: `Breaking, but no operation uses it${seen}.` };
}
