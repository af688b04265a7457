import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { Outbox } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { newId } from '../../kit/ids.ts';
import { RejectionError } from '../../kit/rejection.ts';
import { isService, lockUser, saveUser } from './copies.ts';
import {
  productNotFound,
  regionMissing,
  required,
  tooManyPreferences,
  type UserError,
  userNotFound,
} from './errors.ts';
import { preferenceSet } from './events.ts';
import type { PreferencesRepository, ProductPreference, Settings } from './repository.ts';

/** Of one user; the list of them has no pages. */
export const MAX_PREFERENCES = 100;

/** What is set where a user sets a preference for the first time; whatever is sent to them needs their consent. */
const DEFAULTS = {
  theme: 'LIGHT',
  notificationsEnabled: false,
  emailEnabled: false,
  newsletterEnabled: false,
} as const;

/** Some of the settings; what is absent stays as it is, null is refused. */
export type SettingsChange = { readonly [Field in keyof Settings]?: Settings[Field] | null | undefined };

/** Whose preference, and for which product. */
export interface PreferenceKey {
  readonly userId: string;
  readonly productId: string;
}

/** What the service stands on. */
export interface PreferencesParts {
  readonly database: Database;
  readonly repository: PreferencesRepository;
  readonly outbox: Outbox;
  readonly now: () => Date;
}

const reject = (...userErrors: readonly UserError[]): never => {
  throw new RejectionError(userErrors);
};

export type PreferencesService = ReturnType<typeof createPreferencesService>;

export function createPreferencesService({ database, repository, outbox, now }: PreferencesParts) {
  /** A preference that nobody has set so far; the lock on its user keeps the count right. */
  async function begin(
    trx: Knex.Transaction,
    key: PreferenceKey,
    { region, ...settings }: Partial<Settings>,
  ): Promise<ProductPreference> {
    if (region === undefined) return reject(regionMissing);
    if ((await repository.countByUser(trx, key.userId)) >= MAX_PREFERENCES)
      return reject(tooManyPreferences(MAX_PREFERENCES));
    const updatedAt = now().toISOString();
    const preference = { id: newId(), ...key, ...DEFAULTS, ...settings, region, updatedAt, version: 1 };
    await repository.insert(trx, preference);
    return preference;
  }

  async function alter(
    trx: Knex.Transaction,
    preference: ProductPreference,
    settings: Partial<Settings>,
  ): Promise<ProductPreference> {
    const changed = { ...preference, ...settings };
    if (isDeepStrictEqual(changed, preference)) return preference;
    const next = { ...changed, updatedAt: now().toISOString(), version: preference.version + 1 };
    await repository.update(trx, next);
    return next;
  }

  return {
    /**
     * Sets what is given of a preference, and makes it if it is not there.
     *
     * @param isThemselves whether it is the user who asks
     */
    async set(key: PreferenceKey, change: SettingsChange, isThemselves: boolean): Promise<ProductPreference> {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const removed = given.filter(([, value]) => value === null);
      if (removed.length > 0) reject(...removed.map(([field]) => required(field)));
      const settings: Partial<Settings> = Object.fromEntries(given);
      return database.transaction(async (trx) => {
        if (!(await lockUser(trx, key.userId, isThemselves))) reject(userNotFound);
        if (!(await isService(trx, key.productId))) reject(productNotFound);
        const present = await repository.lockByUserAndProduct(trx, key.userId, key.productId);
        const preference = present ? await alter(trx, present, settings) : await begin(trx, key, settings);
        if (preference !== present) await outbox.add(trx, preferenceSet(preference));
        return preference;
      });
    },

    /** Deletes what a deleted user preferred. */
    async forgetUser(trx: Knex.Transaction, userId: string): Promise<void> {
      // The copy first, as in `set`: of the two, the later one sees what the other did.
      await saveUser(trx, userId, now());
      await repository.deleteByUser(trx, userId);
    },
  };
}
