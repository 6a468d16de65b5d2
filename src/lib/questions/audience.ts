/** Who an answer is for: the clinic's own people, or anybody. */
export type Audience = 'internal' | 'public';
