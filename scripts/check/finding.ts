/** What a check found of one thing. */
export interface Finding {
  /** `port`, `archive`, `disk` … */
  subject: string;
  /** `fault`: it will fail, or has; `warning`: it may. */
  level: "fine" | "warning" | "fault";
  message: string;
}

export function fine(subject: string, message: string): Finding {
  return { subject, level: "fine", message };
}

export function warning(subject: string, message: string): Finding {
  return { subject, level: "warning", message };
}

export function fault(subject: string, message: string): Finding {
  return { subject, level: "fault", message };
}
