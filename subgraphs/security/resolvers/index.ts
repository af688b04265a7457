import { Detection } from './Detection.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { UnitEvent } from './UnitEvent.ts';

export const resolvers = { Detection, Mutation, Query, UnitEvent };
