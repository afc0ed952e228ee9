internal import Model
internal import Settings

/// Reads `[log]`; nil without a format. Mistakes are reported.
func logFormat(in section: SettingReader) -> LogFormat? { section.choice("format", of: LogFormat.self) }
