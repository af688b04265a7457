/**
 * What is reported on: its categories, in the order in which they are listed, and those of them that the total counts.
 * An order is in as many categories as it came to, so that it is its placing alone that counts orders.
 */
export const REPORT_KINDS = {
  DETECTIONS: everything('VEHICLE', 'PERSON', 'ANIMAL', 'FIRE'),
  UNIT_EVENTS: everything('UP', 'DOWN', 'OFF_LINE', 'LOW_VOLTAGE'),
  ORDERS: { categories: ['PLACED', 'CONFIRMED', 'REJECTED', 'CANCELLED'], total: ['PLACED'] },
} as const;

export type ReportKind = keyof typeof REPORT_KINDS;
export type ReportCategory = (typeof REPORT_KINDS)[ReportKind]['categories'][number];

function everything<const Categories extends readonly string[]>(...categories: Categories) {
  return { categories, total: categories };
}
