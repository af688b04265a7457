import { badUserInput } from '../../../kit/errors.ts';
import { REPORT_KINDS, type ReportCategory, type ReportKind } from '../kinds.ts';
import type { ReportsLoaders } from '../loaders.ts';
import type { Counter } from '../repository.ts';
import { type Bucket, listStarts, slotAt, sumOf, toBuckets, type Unit } from '../series.ts';
import type { ReportResolvers } from '../types.generated.ts';

const MOST_LOCATIONS = 100;

export const Report: ReportResolvers = {
  async total({ kind }, _, { loaders }) {
    return sumOf((await loadTotals(loaders, kind)).filter(isOf(REPORT_KINDS[kind].total)));
  },

  async byCategory({ kind }, _, { loaders }) {
    const totals = await loadTotals(loaders, kind);
    return REPORT_KINDS[kind].categories.map((category) => ({
      category,
      count: sumOf(totals.filter(isOf([category]))),
    }));
  },

  perMinute: ({ kind }, args, { loaders }) => loadSeries(loaders, kind, 'MINUTE', args),
  perDay: ({ kind }, args, { loaders }) => loadSeries(loaders, kind, 'DAY', args),

  async byLocation({ kind }, { first: given, category }, { loaders }) {
    const first = given ?? 10;
    if (first < 1 || first > MOST_LOCATIONS)
      throw badUserInput(`first must be 1 to ${MOST_LOCATIONS}, not ${first}.`);
    const categories = chooseCategories(kind, category);
    if (kind === 'ORDERS') return null;
    const counters = await loaders.countersIn.load({ kind, period: 'LOCATION', first: '1', last: '999' });
    return [...Map.groupBy(counters.filter(isOf(categories)), ({ slot }) => slot)]
      .map(([slot, each]) => ({ location: Number(slot), count: sumOf(each) }))
      .sort((a, b) => b.count - a.count || a.location - b.location)
      .slice(0, first);
  },
};

const loadTotals = (loaders: ReportsLoaders, kind: ReportKind) =>
  loaders.countersIn.load({ kind, period: 'TOTAL', first: '', last: '' });

interface SeriesArgs {
  readonly from: Date;
  readonly to: Date;
  readonly category?: ReportCategory | null | undefined;
}

async function loadSeries(
  loaders: ReportsLoaders,
  kind: ReportKind,
  period: Unit,
  { from, to, category }: SeriesArgs,
): Promise<Bucket[]> {
  const categories = chooseCategories(kind, category);
  const starts = listStarts(period, from, to);
  const [first, last] = [starts[0], starts.at(-1)];
  if (!first || !last) return [];
  const range = { kind, period, first: slotAt(period, first), last: slotAt(period, last) };
  const counters = await loaders.countersIn.load(range);
  return toBuckets(period, starts, counters.filter(isOf(categories)));
}

/** @throws BAD_USER_INPUT when the category is another kind's */
function chooseCategories(
  kind: ReportKind,
  category: ReportCategory | null | undefined,
): readonly ReportCategory[] {
  const { categories, total }: Readonly<Record<'categories' | 'total', readonly ReportCategory[]>> =
    REPORT_KINDS[kind];
  if (!category) return total;
  if (categories.includes(category)) return [category];
  throw badUserInput(`category of ${kind} must be one of ${categories.join(', ')}, not ${category}.`);
}

const isOf =
  (categories: readonly ReportCategory[]) =>
  ({ category }: Counter): boolean =>
    categories.includes(category);
