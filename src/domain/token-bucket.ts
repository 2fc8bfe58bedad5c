/** A bucket of tokens at an instant, as plain data. */
export interface TokenBucket {
  tokens: number
  /** Milliseconds of the clock that the caller uses. */
  at: number
}

export interface BucketRule {
  perSecond: number
  /** Most tokens that gather while nothing is taken. */
  capacity: number
}

/** The bucket as of `now`. A clock that goes backwards adds nothing. */
export function refillBucket(bucket: TokenBucket, rule: BucketRule, now: number): TokenBucket {
  if (now <= bucket.at) return bucket
  const gained = ((now - bucket.at) * rule.perSecond) / 1000
  return { tokens: Math.min(rule.capacity, bucket.tokens + gained), at: now }
}

/** Milliseconds until one token is there; 0: now. */
export function bucketWait(bucket: TokenBucket, rule: BucketRule, now: number): number {
  const { tokens } = refillBucket(bucket, rule, now)
  return tokens >= 1 - 1e-9 ? 0 : Math.ceil(((1 - tokens) * 1000) / rule.perSecond)
}
