import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/** Characters of a name at most: whatever is kept by a name can then not be made large by it. */
const MAX_NAME = 128;

/** A validation rule that refuses operations, aliases, fragments and variables whose names are too long. */
export const limitNames: ValidationRule = (context: ValidationContext) => {
  let isRefused = false;
  return {
    Name({ value }) {
      if (value.length <= MAX_NAME || isRefused) return;
      isRefused = true;
      const begins = value.slice(0, 20);
      context.reportError(
        new GraphQLError(
          `The name ${begins}... has ${value.length} characters, and at most ${MAX_NAME} are allowed.`,
        ),
      );
    },
  };
};
