import { Query } from './Query.ts';
import { Report } from './Report.ts';

export const resolvers = { Query, Report };
