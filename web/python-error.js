// PythonError: an uncaught Python exception as JavaScript sees it.

export class PythonError extends Error {
  /**
   * @param {object} exception
   * @param {string} exception.type       the exception's type, such as 'ZeroDivisionError'
   * @param {string} exception.value      its text, str(exception)
   * @param {string} exception.traceback  what python3 would print
   * @param {number} exception.status     the exit status that python3 would end with
   * @param {ErrorOptions} [options]      cause: for KeyboardInterrupt, the signal's reason or the time limit
   */
  constructor({ type, value, traceback, status }, options) {
    super(traceback.trimEnd() || (value ? `${type}: ${value}` : type), options);
    this.name = 'PythonError';
    this.type = type;
    this.value = value;
    this.traceback = traceback;
    this.status = status;
  }
}
