/** A refusal of the Bot Platform. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: number

  constructor(code: number, description: string) {
    super(description)
    this.code = code
  }
}

const badRequest = (text: string): ApiError => new ApiError(400, `Bad request: ${text}`)

/**
 * The refusals this server knows (zalo-bot-api.md 7 and 11). Seen verbatim on the platform: `Not Found`,
 * `Request timeout`, `Quota exceeded`, `The chat_id must not be empty`; where the real wording is
 * unrecorded the words are ours. Clients must not branch on them.
 */
export const refusals = {
  unauthorized: () => new ApiError(401, 'Unauthorized'),
  notFound: () => new ApiError(404, 'Not Found'),
  idle: () => new ApiError(408, 'Request timeout'),
  quota: () => new ApiError(429, 'Quota exceeded'),
  dailyWebhookCalls: () => new ApiError(426, 'Daily limit of webhook calls reached'),
  unreadable: () => badRequest('The body must be valid JSON'),
  empty: (field: string) => badRequest(`The ${field} must not be empty`),
  length: (field: string, min: number, max: number) =>
    badRequest(`The ${field} must be between ${min} and ${max} characters`),
  unknownChat: (code: 400 | 404) =>
    code === 404 ? new ApiError(404, 'Not Found') : badRequest('The chat_id is invalid'),
  photoScheme: () => badRequest('The photo must start with http:// or https://'),
  photoUrl: () => badRequest('The photo URL is invalid'),
  webhookUrl: () => badRequest('The url must start with https://'),
  webhookActive: () => badRequest('A webhook is set'),
  voiceUrl: () => badRequest('The voice_url must point to an .aac file'),
  action: () => badRequest('The action is not supported'),
}
