/** A refusal of the Bot API: answered with this code as HTTP status and in the body. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: number
  readonly parameters: Record<string, number> | null

  constructor(code: number, description: string, parameters: Record<string, number> | null = null) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

const badRequest = (text: string): ApiError => new ApiError(400, `Bad Request: ${text}`)
const forbidden = (text: string): ApiError => new ApiError(403, `Forbidden: ${text}`)
const conflict = (text: string): ApiError => new ApiError(409, `Conflict: ${text}`)

/**
 * The refusals this server knows, worded as the Bot API server words them (github.com/tdlib/telegram-bot-api,
 * Client.cpp, and TDLib, whose texts it passes on). Names in capitals come from the Telegram servers.
 */
export const refusals = {
  unauthorized: () => new ApiError(401, 'Unauthorized'),
  notFound: () => new ApiError(404, 'Not Found'),
  badRequest,
  unreadable: () => badRequest("can't parse request"),
  retryAfter: (seconds: number) =>
    new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),

  otherPoller: () =>
    conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
  webhookActive: () =>
    conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ),
  terminatedByWebhook: () => conflict('terminated by setWebhook request'),

  chatIdEmpty: () => badRequest('chat_id is empty'),
  chatNotFound: () => badRequest('chat not found'),
  upgraded: (id: number) =>
    new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: id,
    }),
  blocked: () => forbidden('bot was blocked by the user'),
  deactivated: () => forbidden('user is deactivated'),
  cannotInitiate: () => forbidden("bot can't initiate conversation with a user"),
  kicked: (kind: 'group' | 'supergroup') => forbidden(`bot was kicked from the ${kind} chat`),
  notMember: (kind: 'group' | 'supergroup') => forbidden(`bot is not a member of the ${kind} chat`),
  notEnoughRights: () => badRequest('not enough rights to send text messages to the chat'),

  textEmpty: () => badRequest('message text is empty'),
  textTooLong: () => badRequest('message is too long'),
  captionTooLong: () => badRequest('message caption is too long'),
  entities: (problem: string) => badRequest(`can't parse entities: ${problem}`),
  parseMode: () => badRequest('unsupported parse_mode'),
  buttonData: () => badRequest('BUTTON_DATA_INVALID'),
  replyNotFound: () => badRequest('message to be replied not found'),
  threadNotFound: () => badRequest('message thread not found'),
  topicClosed: () => badRequest('TOPIC_CLOSED'),
  notModified: () =>
    badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a ' +
        'current content and reply markup of the message',
    ),
  editNotFound: () => badRequest('message to edit not found'),
  cannotEdit: () => badRequest("message can't be edited"),
  noTextToEdit: () => badRequest('there is no text in the message to edit'),
  deleteNotFound: () => badRequest('message to delete not found'),
  cannotDelete: () => badRequest("message can't be deleted"),
  queryTooOld: () => badRequest('query is too old and response timeout expired or query ID is invalid'),
  answerTooLong: () => badRequest('MESSAGE_TOO_LONG'),

  noFile: (kind: string) => badRequest(`there is no ${kind} in the request`),
  wrongFile: () => badRequest('wrong file identifier/HTTP URL specified'),
  urlFailed: () => badRequest('failed to get HTTP URL content'),
  notAnImage: () => badRequest('IMAGE_PROCESS_FAILED'),
  uploadTooBig: () => new ApiError(413, 'Request Entity Too Large'),
  invalidFileId: () => badRequest('invalid file_id'),
  downloadTooBig: () => badRequest('file is too big'),

  badWebhook: (problem: string) => badRequest(`bad webhook: ${problem}`),
  commandInvalid: () => badRequest('BOT_COMMAND_INVALID'),
  commandDescription: () => badRequest('BOT_COMMAND_DESCRIPTION_INVALID'),
  tooManyCommands: () => badRequest('BOT_COMMANDS_TOO_MUCH'),
  noAdministrators: () => badRequest('there are no administrators in the private chat'),
  userNotFound: () => badRequest('user not found'),
}
