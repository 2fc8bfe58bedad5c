/**
 * What nobody knows for sure about the platform, as switches. The defaults are the behaviour that is
 * either attested or worst for a client (zalo-bot-api.md, sections 9 and 11).
 */
export interface Switches {
  /** C-3: HTTP status of failures: always 200, or the error's code. */
  statusMode: 'ok200' | 'mirror'
  /** C-2: spelling of the code in a failure. */
  errorKey: 'error_code' | 'errorCode'
  /** A success may also carry `"error_code": 0`. */
  okErrorCodeZero: boolean
  /** Answer to a send to a chat the bot does not know, or a person over the cap; real one unrecorded. */
  unknownChatCode: 400 | 404
  /** C-5: what becomes of updates while nobody polls. */
  queueMode: 'live-only' | 'queued'
  /** `result` of getUpdates is one update; some clients met an array. */
  resultShape: 'single' | 'array'
  /** C-13: getUpdates while a webhook is set: silence until 408, or an error. */
  conflictMode: 'idle408' | 'error'
  /** C-4: getWebhookInfo without a webhook: `url: ""`, or 404. */
  noWebhook: 'empty' | 'notFound'
  /** Older servers answer setWebhook without `verification`. */
  hasVerification: boolean
  /** Accept http and loopback addresses for webhooks. */
  allowHttp: boolean
  /** The probe of setWebhook carries the secret header. */
  probeHeader: boolean
  /** setWebhook and testWebhook calls a day; 426 above. */
  dailyWebhookCalls: number
  /** C-6: body of a webhook delivery. */
  envelope: 'flat' | 'wrapped'
  /** Repetitions of a failed webhook delivery; undocumented. */
  retry: number
  retryDelayMs: number
  webhookTimeoutMs: number
  /** Probability that a webhook delivery comes twice. */
  duplicate: number
  /** C-7: the bot gets its own messages back. */
  echoOwn: boolean
  /** Keys of updates in random order, to catch assumptions. */
  shuffleKeys: boolean
  /** C-8: name of the picture's address. */
  imageField: 'photo_url' | 'photo'
  /** `date` is milliseconds; seconds were met too. */
  dateUnit: 'ms' | 's'
  /** Section 5: whether a person's id in a group equals the one in private; not proven. */
  groupSenderIds: 'same' | 'different'
  /** sendPhoto of an address on this machine: refused by the real one, needed to play without internet. */
  allowLoopbackPhoto: boolean
  /** When the picture is fetched for the second time (openclaw #141415). */
  refetchDelayMs: number
  /** Basic plan: "50 users per bot, 3,000 messages a month, 3 groups". */
  userCap: number
  groupCap: number
  monthlyQuota: number
  /** C-9: what the quota counts. */
  quotaCounts: 'outbound' | 'both'
}

export const DEFAULT_SWITCHES: Switches = {
  statusMode: 'ok200',
  errorKey: 'error_code',
  okErrorCodeZero: false,
  unknownChatCode: 400,
  queueMode: 'live-only',
  resultShape: 'single',
  conflictMode: 'idle408',
  noWebhook: 'empty',
  hasVerification: true,
  allowHttp: false,
  probeHeader: false,
  dailyWebhookCalls: 20,
  envelope: 'flat',
  retry: 0,
  retryDelayMs: 1000,
  webhookTimeoutMs: 5000,
  duplicate: 0,
  echoOwn: false,
  shuffleKeys: true,
  imageField: 'photo_url',
  dateUnit: 'ms',
  groupSenderIds: 'same',
  allowLoopbackPhoto: false,
  refetchDelayMs: 5000,
  userCap: 50,
  groupCap: 3,
  monthlyQuota: 3000,
  quotaCounts: 'outbound',
}

/** Caps and quotas that no test reaches. */
export const NO_LIMITS: Pick<Switches, 'userCap' | 'groupCap' | 'monthlyQuota' | 'dailyWebhookCalls'> = {
  userCap: Number.MAX_SAFE_INTEGER,
  groupCap: Number.MAX_SAFE_INTEGER,
  monthlyQuota: Number.MAX_SAFE_INTEGER,
  dailyWebhookCalls: Number.MAX_SAFE_INTEGER,
}
