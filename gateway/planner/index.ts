export { createApolloPlanner } from './apollo.ts';
export { fuse } from './fuse.ts';
export { createHivePlanner } from './hive.ts';
export * from './plan.ts';
export { createPlanner } from './preferred.ts';
