// The button, and the notice line. A button that cannot be used now stays focusable and says why when it is used.

import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "../icons";

interface ButtonProps {
  children: ComponentChildren;
  press(): void;
  icon?: IconName;
  main?: boolean;
  wide?: boolean;
  off?: boolean;
}

export function Button({ children, press, icon, main, wide, off }: ButtonProps) {
  const kind = ["btn", main && "main", wide && "wide"].filter(Boolean).join(" ");
  return (
    <button type="button" class={kind} aria-disabled={off ? "true" : undefined} onClick={press}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface NoticeProps {
  icon: IconName;
  title: string;
  children?: ComponentChildren;
  warn?: boolean;
}

export function Notice({ icon, title, children, warn }: NoticeProps) {
  return (
    <div class={warn ? "notice warn" : "notice plain"}>
      <Icon name={icon} />
      <p>
        <b>{title}</b>
        {children}
      </p>
    </div>
  );
}

// Glyph and word: saved, pending or refused.
export function State({ as, children, id }: { as: "saved" | "pending" | "refused"; children: ComponentChildren; id?: string }) {
  const icon = { saved: "tick", pending: "clock", refused: "warn" }[as] as IconName;
  return (
    <span class={`state ${as}`} id={id}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}
