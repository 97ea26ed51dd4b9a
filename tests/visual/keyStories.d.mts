/** Ids of stories. */
export const keyStories: string[];
