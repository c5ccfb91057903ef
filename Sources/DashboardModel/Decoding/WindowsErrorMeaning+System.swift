// Codes that are met beside the others and say nothing of identities, so that nobody blames the credential spec.

extension WindowsErrorMeaning {
  static let ofSystem: [WindowsErrorMeaning] = [
    WindowsErrorMeaning(["ERROR_SUCCESS"], [0], means: "no error"),
    WindowsErrorMeaning(
      ["ERROR_FILE_NOT_FOUND", "STATUS_OBJECT_NAME_NOT_FOUND"], [2, 0xC000_0034],
      means: "the file or object was not found: of a credspec file only where the text names it"),
    WindowsErrorMeaning(["ERROR_PATH_NOT_FOUND"], [3], means: "the path was not found"),
    WindowsErrorMeaning(["ERROR_INVALID_HANDLE"], [6], means: "the handle is invalid"),
    WindowsErrorMeaning(["ERROR_INVALID_DATA"], [13], means: "the data is invalid"),
    WindowsErrorMeaning(
      ["STATUS_UNSUCCESSFUL"], [0xC000_0001], means: "the operation failed, no reason given"),
    WindowsErrorMeaning(
      ["STATUS_ACCESS_VIOLATION"], [0xC000_0005],
      means: "the process read or wrote memory that is not its own: it crashed"),
    WindowsErrorMeaning(
      ["STATUS_NOT_SUPPORTED", "ERROR_NOT_SUPPORTED"], [0xC000_00BB, 50],
      means: "the request is not supported"),
    WindowsErrorMeaning(
      ["STATUS_NOT_FOUND", "ERROR_NOT_FOUND"], [0xC000_0225, 1168],
      means: "the object was not found"),
    WindowsErrorMeaning(
      ["STATUS_INVALID_IMAGE_FORMAT", "ERROR_BAD_EXE_FORMAT"], [0xC000_007B, 193],
      means: "the program is built for another architecture"),
    WindowsErrorMeaning(
      ["STATUS_DLL_NOT_FOUND"], [0xC000_0135],
      means: "a library that the program needs is not in the image"),
    WindowsErrorMeaning(
      ["STATUS_DLL_INIT_FAILED"], [0xC000_0142],
      means: "a library failed to start; image and host build may not fit"),
    WindowsErrorMeaning(
      ["STATUS_CONTROL_C_EXIT"], [0xC000_013A],
      means: "the process was told to end (Ctrl-C, or the container was stopped)"),
    WindowsErrorMeaning(["E_FAIL"], [0x8000_4005], means: "an unspecified failure"),
    WindowsErrorMeaning(["E_UNEXPECTED"], [0x8000_FFFF], means: "an unexpected failure"),
  ]
}
