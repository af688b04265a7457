import { insertCsv } from '../../kit/database/csv.ts';
import { draw, type Seed, secondsAfter, seedOwners } from '../../kit/database/seed.ts';
import { fromSqlTime, isoToSqlTime } from '../../kit/database/time.ts';
import { DETECTION_ASSESSMENTS, UNIT_EVENT_ASSESSMENTS } from './assessments.ts';
import type { AssessmentWords } from './repository.ts';
import { type Draw, sampleDetection, sampleUnitEvent } from './samples.ts';

const FOLDER = new URL('../../sql/security/', import.meta.url);
const START = '2025-01-01T00:00:00.000Z';
const DAY = 86_400;
const SALTS = 16;

const ASSESSMENT_COLUMNS = ['assessment', 'action', 'urgency', 'assessed_at'];

/** The detections and unit events of the sample data; at scale, so many of each for each owner. */
export const seed: Seed = {
  demo: (trx) => insertCsv(trx, FOLDER, ['detections', 'unit_events']),

  async atScale(database, scale, progress) {
    // Without rows there is none to tell which owners are done, and nothing to do.
    if (scale.perOwner === 0) return progress(scale.owners, 0);
    const turns = Array.from({ length: scale.perOwner }, (_, turn) => turn);
    const isDone = async (owner: number) =>
      (await database
        .read('detections')
        .where({ id: idOf(owner, 0) })
        .first('id')) !== undefined;
    const tables = [
      {
        table: 'detections',
        columns: ['id', 'location', 'type', 'severity', 'detected_at', ...ASSESSMENT_COLUMNS],
        rowsOf: (owner: number) => turns.map((turn) => detectionRow(owner, turn)),
      },
      {
        table: 'unit_events',
        columns: ['id', 'location', 'unit_id', 'state', 'volts', 'reported_at', ...ASSESSMENT_COLUMNS],
        rowsOf: (owner: number) => turns.map((turn) => unitEventRow(owner, turn)),
      },
    ];
    await seedOwners(database, scale, tables, isDone, progress);
  },
};

/** Owners beyond the sample's make it larger than every id of the sample. */
const idOf = (owner: number, turn: number) => String(owner * 100 + turn);

function detectionRow(owner: number, turn: number) {
  const at = momentOf(owner, turn);
  const { location, type, severity } = sampleDetection(drawFor(owner, turn * SALTS), at);
  return [
    idOf(owner, turn),
    location,
    type,
    severity,
    isoToSqlTime(at),
    ...assessmentRow(DETECTION_ASSESSMENTS[severity], at),
  ];
}

function unitEventRow(owner: number, turn: number) {
  const at = momentOf(owner, turn);
  const { location, unitId, state, volts } = sampleUnitEvent(drawFor(owner, turn * SALTS + SALTS / 2), at);
  return [
    idOf(owner, turn),
    location,
    unitId,
    state,
    volts,
    isoToSqlTime(at),
    ...assessmentRow(UNIT_EVENT_ASSESSMENTS[state], at),
  ];
}

const assessmentRow = ({ text, action, urgency }: AssessmentWords, at: string) => [
  text,
  action,
  urgency,
  secondsAfter(at, 1),
];

const momentOf = (owner: number, turn: number) => fromSqlTime(secondsAfter(START, owner + turn * DAY));

/** Draws that look random, the same whenever they are made. */
function drawFor(owner: number, salt: number): Draw {
  let drawn = 0;
  return (bound) => draw(owner, salt + drawn++, bound);
}
