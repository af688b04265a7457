import { Source } from 'graphql';
import { z } from 'zod';
import type { Place } from '../compose/place.ts';
import type { Finding } from './finding.ts';
import { readYaml } from './read-yaml.ts';

/** The file in which changes are accepted on purpose. */
export const EXCEPTIONS = 'schema-exceptions.yaml';

const shape = z.strictObject({
  exceptions: z
    .array(
      z.strictObject({
        rule: z.string('name the rule that the check printed, such as `FIELD_REMOVED`'),
        at: z.string('say what it is about, as the check printed it, such as `User.nickname`'),
        reason: z.string('say why').min(10, 'say why, in a sentence'),
        expires: z.iso.date('say until when, as YYYY-MM-DD'),
      }),
    )
    .default([]),
});

/** A finding that was accepted on purpose, until a day. */
export interface Exception {
  readonly rule: string;
  readonly at: string;
  readonly reason: string;
  readonly expires: string;
  readonly place: Place;
}

/** @throws SupergraphError when the file is not of its shape */
export function readExceptions(root: string): Exception[] {
  const { value, text, lineOf } = readYaml(root, EXCEPTIONS, shape);
  const source = new Source(text, EXCEPTIONS);
  return value.exceptions.map((each, at) => ({
    ...each,
    place: { file: EXCEPTIONS, line: lineOf(['exceptions', at]), column: 1, source },
  }));
}

/** What must hold whatever anybody accepts: the graph composes, and our own operations are valid. */
const NEVER_ACCEPTED = new Set<Finding['subject']>(['composition', 'operation', 'exception']);

/** Applies what was accepted: those findings no longer refuse. An exception that ran out refuses instead. */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  today: string,
): Finding[] {
  const matched = new Set<Exception>();
  const applied = findings.map((finding): Finding => {
    if (finding.level !== 'refused' || NEVER_ACCEPTED.has(finding.subject)) return finding;
    const exception = exceptions.find(({ rule, at }) => rule === finding.rule && at === finding.at);
    if (!exception) return finding;
    matched.add(exception);
    if (exception.expires < today) return finding;
    const { reason, expires } = exception;
    return { ...finding, level: 'allowed', remedy: `Accepted until ${expires}: ${reason}` };
  });
  const notes = exceptions.flatMap((exception) => describe(exception, matched.has(exception), today));
  return [...applied, ...notes];
}

function describe({ rule, at, expires, place }: Exception, matched: boolean, today: string): Finding[] {
  const about = { subject: 'exception', at, places: [place] } as const;
  if (expires < today) {
    const message = `the exception for ${rule} at ${at} ran out on ${expires}`;
    const remedy = 'Remove the entry, or have a new date reviewed.';
    return [{ ...about, level: 'refused', rule: 'EXCEPTION_EXPIRED', message, remedy }];
  }
  if (matched) return [];
  const message = `the exception for ${rule} at ${at} accepts nothing that was found`;
  return [{ ...about, level: 'warning', rule: 'EXCEPTION_UNUSED', message, remedy: 'Remove the entry.' }];
}
