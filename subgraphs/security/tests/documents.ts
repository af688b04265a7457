import { expect } from 'vitest';
import { admin, type TestSubgraph } from '../../../kit/testing/subgraph.ts';

export const DETECTION = `id location type severity detectedAt assessment { text action urgency assessedAt }`;
export const UNIT_EVENT = `id location unitId state volts reportedAt assessment { text action urgency assessedAt }`;

export const REPORT_DETECTION = `mutation ($input: ReportDetectionInput!) {
  reportDetection(input: $input) { detection { ${DETECTION} } userErrors { code message path } }
}`;
export const REPORT_UNIT_EVENT = `mutation ($input: ReportUnitEventInput!) {
  reportUnitEvent(input: $input) { unitEvent { ${UNIT_EVENT} } userErrors { code message path } }
}`;

export const FIRE = { location: 7, type: 'FIRE', severity: 'RED' };
export const DOWN = { location: 7, unitId: 'TDC007003', state: 'DOWN', volts: 0 };

/** Reports a detection, as an admin; gives the payload. */
export async function reportDetection(security: TestSubgraph, input: object) {
  const { data, errors } = await security.execute(REPORT_DETECTION, { viewer: admin, variables: { input } });
  expect(errors).toBeUndefined();
  return data.reportDetection;
}

/** Reports a unit's event, as an admin; gives the payload. */
export async function reportUnitEvent(security: TestSubgraph, input: object) {
  const { data, errors } = await security.execute(REPORT_UNIT_EVENT, { viewer: admin, variables: { input } });
  expect(errors).toBeUndefined();
  return data.reportUnitEvent;
}
