/** Sessions beyond this one are not modelled: their covariances could not be estimated anyway. */
export const lastModelled = 24;
