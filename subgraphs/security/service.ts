import type { Knex } from 'knex';
import type { Outbox } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { transactOnce } from '../../kit/database/idempotency.ts';
import { newId } from '../../kit/ids.ts';
import { RejectionError } from '../../kit/rejection.ts';
import type { UserError } from './errors.ts';
import { detectionReported, unitEventReported } from './events.ts';
import type {
  Detection,
  DetectionFacts,
  SecurityRepository,
  UnitEvent,
  UnitEventFacts,
} from './repository.ts';
import { checkDetection, checkUnitEvent, type DetectionInput, type UnitEventInput } from './validation.ts';

/** A report that may be repeated. */
export type Repeatable<Input> = Input & { readonly idempotencyKey?: string | null | undefined };

/** What the service stands on. */
export interface SecurityParts {
  readonly database: Database;
  readonly repository: SecurityRepository;
  readonly outbox: Outbox;
  readonly now: () => Date;
}

export type SecurityService = ReturnType<typeof createSecurityService>;

export function createSecurityService({ database, repository, outbox, now }: SecurityParts) {
  const { detections, unitEvents } = repository;

  const service = {
    /** Writes a detection down and tells of it; gives its id. */
    async recordDetection(trx: Knex.Transaction, facts: DetectionFacts): Promise<string> {
      const id = newId();
      await detections.insert(trx, { id, ...facts });
      await outbox.add(trx, detectionReported(id, facts));
      return id;
    },

    /** Writes a unit's event down and tells of it; gives its id. */
    async recordUnitEvent(trx: Knex.Transaction, facts: UnitEventFacts): Promise<string> {
      const id = newId();
      await unitEvents.insert(trx, { id, ...facts });
      await outbox.add(trx, unitEventReported(id, facts));
      return id;
    },

    /** @param viewerId whose idempotency key it is */
    async reportDetection(
      viewerId: string,
      { idempotencyKey: key, ...input }: Repeatable<DetectionInput>,
    ): Promise<Detection | null> {
      const moment = now();
      refuse(checkDetection(input, moment));
      const facts = { ...input, detectedAt: (input.detectedAt ?? moment).toISOString() };
      const request = { key, viewerId, mutation: 'reportDetection', input, now: moment };
      const id = await transactOnce(database, request, (trx) => service.recordDetection(trx, facts));
      // One that was reported before is given as it is now; it may be gone.
      const [detection = null] = await detections.listByIds([id]);
      return detection;
    },

    /** @param viewerId whose idempotency key it is */
    async reportUnitEvent(
      viewerId: string,
      { idempotencyKey: key, ...input }: Repeatable<UnitEventInput>,
    ): Promise<UnitEvent | null> {
      const moment = now();
      refuse(checkUnitEvent(input, moment));
      const reportedAt = (input.reportedAt ?? moment).toISOString();
      const facts = { ...input, volts: input.volts as UnitEventFacts['volts'], reportedAt };
      const request = { key, viewerId, mutation: 'reportUnitEvent', input, now: moment };
      const id = await transactOnce(database, request, (trx) => service.recordUnitEvent(trx, facts));
      const [unitEvent = null] = await unitEvents.listByIds([id]);
      return unitEvent;
    },
  };
  return service;
}

function refuse(userErrors: readonly UserError[]): void {
  if (userErrors.length > 0) throw new RejectionError(userErrors);
}
