/** What an answer says of itself where its filters select nothing. */
export const noEpisode = 'No episode matches these filters.';
