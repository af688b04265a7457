import { randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { Outbox } from '../../events/index.ts';
import type { Database } from '../../kit/database/database.ts';
import { isDuplicate } from '../../kit/database/failure.ts';
import { transactOnce } from '../../kit/database/idempotency.ts';
import { newId } from '../../kit/ids.ts';
import { RejectionError } from '../../kit/rejection.ts';
import {
  alreadyLiked,
  conflict,
  idTaken,
  noSymbolDrawn,
  notLiked,
  productNotFound,
  symbolTaken,
  type UserError,
  userNotFound,
} from './errors.ts';
import { productCreated, productDeleted, productLiked, productUnliked, productUpdated } from './events.ts';
import type { Product, ProductsRepository } from './repository.ts';
import { checkProduct, checkStock, type ProductFields, type ProductInput } from './validation.ts';

/** A change of a product; without a `stock`, or with null, that stays. */
export interface ProductChange extends ProductInput {
  readonly stock?: number | null | undefined;
}

/** A product to add; without a stock it has no limit, without a symbol one is drawn. */
export interface NewProduct extends ProductInput {
  /** One that an admin chose; null where a new one is made. */
  readonly id?: string | null;
  readonly stock?: number | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** A new stock: `add` or `stock`, of which null is without limit where `add` is left out. */
export interface Restocking {
  readonly add?: number | null | undefined;
  readonly stock?: number | null | undefined;
  readonly version?: number | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** What the service stands on. */
export interface ProductsParts {
  readonly database: Database;
  readonly repository: ProductsRepository;
  readonly outbox: Outbox;
  readonly now: () => Date;
}

export type ProductsService = ReturnType<typeof createProductsService>;

export function createProductsService({ database, repository, outbox, now }: ProductsParts) {
  /** The product that is to be changed, if it is still the one that the caller has seen. */
  async function lock(trx: Knex.Transaction, id: string, version: number | null): Promise<Product> {
    const product = await repository.lockById(trx, id);
    if (!product) throw new RejectionError([productNotFound('id')]);
    if (version !== null && version !== product.version)
      throw new RejectionError([conflict(product.version)]);
    return product;
  }

  async function write(trx: Knex.Transaction, product: Product, changes: Partial<Product>): Promise<Product> {
    const wanted = { ...product, ...changes };
    if (isDeepStrictEqual(wanted, product)) return product;
    const changed = { ...wanted, version: product.version + 1, updatedAt: now().toISOString() };
    await repository.update(trx, changed);
    await outbox.add(trx, productUpdated(changed));
    return changed;
  }

  /** A symbol that no product has; who draws the same one at the same time is told that it is taken. */
  async function drawSymbol(): Promise<string> {
    for (let tries = 0; tries < 10; tries++) {
      const drawn = Array.from({ length: 20 }, () => Array.from({ length: 3 }, drawLetter).join(''));
      const taken = new Set(await repository.listTakenSymbols(drawn));
      const free = drawn.find((symbol) => !taken.has(symbol));
      if (free) return free;
    }
    throw new RejectionError([noSymbolDrawn]);
  }

  /** Only the unique indexes know for sure that nobody else takes an id or a symbol. */
  async function refuseTaken<Result>(work: () => Promise<Result>, chosenId: string | null): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const isId = chosenId !== null && (await repository.isIdUsed(chosenId));
      throw new RejectionError([isId ? idTaken : symbolTaken]);
    }
  }

  return {
    /** @param viewerId whose idempotency key it is */
    async create(
      viewerId: string,
      { id: chosenId = null, stock = null, idempotencyKey: key, symbol, ...rest }: NewProduct,
    ): Promise<Product> {
      const input = symbol == null ? rest : { ...rest, symbol };
      const { value, userErrors } = checkProduct({ description: '', imageUrl: null, ...input });
      refuse([...userErrors, checkStock(stock, 'stock')]);
      const createdAt = now().toISOString();
      const product: Product = {
        ...(value as ProductFields),
        symbol: value.symbol ?? (await drawSymbol()),
        id: chosenId ?? newId(),
        stock,
        likeCount: 0,
        createdAt,
        updatedAt: createdAt,
        version: 1,
      };
      const asked = { ...value, stock, ...(chosenId !== null && { id: chosenId }) };
      const request = { key, viewerId, mutation: 'createProduct', input: asked, now: now() };
      const write = () =>
        transactOnce(database, request, async (trx) => {
          if (chosenId !== null) await repository.insertUsedId(trx, chosenId);
          await repository.insert(trx, product);
          await outbox.add(trx, productCreated(product));
          return product;
        });
      return refuseTaken(write, chosenId);
    },

    /** Changes what is given; `version`, where it is given, must be the product's. */
    async update(id: string, { stock, ...input }: ProductChange, version: number | null): Promise<Product> {
      const { value, userErrors } = checkProduct(input);
      refuse([...userErrors, checkStock(stock, 'stock')]);
      const changes = stock == null ? value : { ...value, stock };
      const change = () =>
        database.transaction(async (trx) => write(trx, await lock(trx, id, version), changes));
      return refuseTaken(change, null);
    },

    /** Deletes a product and its likes; the other domains hear of it. */
    delete: (id: string, version: number | null): Promise<string> =>
      database.transaction(async (trx) => {
        const product = await lock(trx, id, version);
        await repository.delete(trx, id);
        await outbox.add(trx, productDeleted(product));
        return id;
      }),

    async restock(viewerId: string, id: string, restocking: Restocking): Promise<Product> {
      const { add, stock, version = null, idempotencyKey: key } = restocking;
      // A client that sends null for all that is left empty means no product without limit.
      const isSet = stock != null || (stock === null && add === undefined);
      if ((add != null) === isSet) throw new RejectionError([ambiguousStock]);
      const input = { id, add, stock, version };
      const request = { key, viewerId, mutation: 'restockProduct', input, now: now() };
      return transactOnce(database, request, async (trx) => {
        const product = await lock(trx, id, version);
        const wanted = isSet ? (stock ?? null) : addTo(product.stock, add as number);
        refuse([checkStock(wanted, isSet ? 'stock' : 'add')]);
        return write(trx, product, { stock: wanted });
      });
    },

    like: (userId: string, productId: string): Promise<void> =>
      database
        .transaction(async (trx) => {
          if (!(await repository.lockLiker(trx, userId))) throw new RejectionError([userNotFound]);
          const state = await repository.addLikes(trx, productId, 1);
          if (!state) throw new RejectionError([productNotFound('productId')]);
          await repository.insertLike(trx, { userId, productId, likedAt: now().toISOString() });
          await outbox.add(trx, productLiked(productId, userId, state));
        })
        .catch((error) => {
          throw isDuplicate(error) ? new RejectionError([alreadyLiked]) : error;
        }),

    unlike: (userId: string, productId: string): Promise<void> =>
      database.transaction(async (trx) => {
        // Else the like could be taken back a second time, with the others of a user who is deleted just now.
        await repository.lockLiker(trx, userId);
        const state = await repository.addLikes(trx, productId, -1);
        if (!state) throw new RejectionError([productNotFound('productId')]);
        if (!(await repository.deleteLike(trx, userId, productId))) throw new RejectionError([notLiked]);
        await outbox.add(trx, productUnliked(productId, userId, state));
      }),

    /** Takes all likes of a deleted user back, within the transaction that hears of it. */
    async forgetUser(trx: Knex.Transaction, userId: string): Promise<void> {
      await repository.deleteLiker(trx, userId, now());
      for (const productId of await repository.listLikedIds(trx, userId)) {
        const state = await repository.addLikes(trx, productId, -1);
        await repository.deleteLike(trx, userId, productId);
        if (state) await outbox.add(trx, productUnliked(productId, userId, state));
      }
    },
  };
}

const ambiguousStock: UserError = {
  code: 'REQUIRED',
  message: 'Say either how many to add or what the stock is.',
  path: ['add'],
};

function addTo(stock: number | null, add: number): number {
  if (stock === null)
    throw new RejectionError([
      { code: 'OUT_OF_RANGE', message: 'The product has no limit: set its stock instead.', path: ['add'] },
    ]);
  if (stock + add < 0)
    throw new RejectionError([
      { code: 'INSUFFICIENT_STOCK', message: `Only ${stock} are in stock.`, path: ['add'] },
    ]);
  return stock + add;
}

function refuse(userErrors: readonly (UserError | null)[]): void {
  const faults = userErrors.filter((each) => each !== null);
  if (faults.length > 0) throw new RejectionError(faults);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const drawLetter = () => LETTERS.charAt(randomInt(LETTERS.length));
