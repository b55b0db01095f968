"""Signed files: the content of CAdES envelopes (.p7m), and who signed; signatures inside PDFs.

Nothing is verified: neither the signature nor the certificate's chain. The norms are RFC 5652
(CMS), ETSI EN 319 122 (CAdES) and 319 142 (PAdES); art. 21 of d.p.c.m. 22 February 2013 names both.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from asn1crypto import cms

from extractor.documents.ber import definite
from extractor.documents.errors import ReadError
from models.document import Signature

_ARMOUR = re.compile(rb"-----(?:BEGIN|END) [A-Z0-9# ]{1,40}-----")
# The range of bytes that a signature in a PDF covers: all but the signature itself.
_BYTE_RANGE = re.compile(rb"/ByteRange\s{0,20}\[\s{0,20}(\d{1,11})\s+(\d{1,11})\s+(\d{1,11})\s")
# The time that the signing program writes beside the signature: D:20250203101500+01'00'.
_TOLD = re.compile(
    rb"/M\s{0,9}\(\s?D(?::|\\072)(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?"
)
_LARGEST_SIGNATURE = 2**21
_MOST_SIGNATURES = 100


def envelope(data: bytes) -> bytes:
    """The DER of an envelope given as DER, BER, PEM or base64.

    Raises ReadError when it is none of these, or cut short.
    """
    if data[:1] != b"\x30":
        try:
            data = base64.b64decode(b"".join(_ARMOUR.sub(b"", data).split()), validate=True)
        except (binascii.Error, ValueError) as error:
            raise ReadError("La busta firmata (base64) è danneggiata o incompleta.") from error
    return definite(data)


def open_envelope(data: bytes, formato: str = "CAdES") -> tuple[bytes | None, list[Signature]]:
    """What a signed envelope holds, and its signatures; the content is None in a detached one.

    Raises ReadError when the envelope is damaged or is not a signed one.
    """
    der = envelope(data)
    try:
        info = cms.ContentInfo.load(der, strict=True)
        if info["content_type"].native != "signed_data":
            raise ReadError("La busta non è firmata (CMS di un altro tipo): non si può leggere.")
        signed = info["content"]
        held = signed["encap_content_info"]["content"]
        content = None if held is None or held.native is None else bytes(held)
        return content, list(_signatures(signed, formato))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ReadError("La busta firmata è danneggiata o incompleta.") from error


def _signatures(signed: Any, formato: str) -> Iterator[Signature]:
    certificates = {
        certificate.chosen.serial_number: certificate.chosen
        for certificate in signed["certificates"] or ()
        if certificate.name == "certificate"
    }
    for signer in signed["signer_infos"]:
        identity = signer["sid"]
        certificate, issuer, serial = None, None, None
        if identity.name == "issuer_and_serial_number":
            serial = identity.chosen["serial_number"].native
            issuer = identity.chosen["issuer"].native
            certificate = certificates.get(serial)
        else:
            wanted = identity.chosen.native
            certificate = next(
                (c for c in certificates.values() if c.key_identifier == wanted), None
            )
        if certificate is not None:
            issuer, serial = certificate.issuer.native, certificate.serial_number
        yield Signature(
            formato,
            _person(certificate.subject.native) if certificate is not None else "",
            _issuer(issuer or {}),
            f"{serial:X}" if serial is not None else "",
            _signing_time(signer),
        )


def _first(value: Any) -> str:
    """A name's attribute: one value, or the first of several."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value or "").strip()


def _person(name: dict[str, Any]) -> str:
    given, surname = _first(name.get("given_name")), _first(name.get("surname"))
    if given and surname:
        return f"{given} {surname}"
    return _first(name.get("common_name")) or _first(name.get("organization_name"))


def _issuer(name: dict[str, Any]) -> str:
    parts = [_first(name.get("common_name")), _first(name.get("organization_name"))]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _signing_time(signer: Any) -> str:
    """The time that the signer claims, ISO 8601; empty when it is not told."""
    for attribute in signer["signed_attrs"] or ():
        if attribute["type"].native == "signing_time":
            told = attribute["values"][0].native
            return told.isoformat() if isinstance(told, datetime) else ""
    return ""


def _told(data: bytes, at: int, after: int) -> str:
    """The time told in the dictionary of a signature, ISO 8601, before or after the signature."""
    match = _TOLD.search(data, after, after + 2000) or _TOLD.search(data, max(at - 2000, 0), at)
    if match is None:
        return ""
    year, month, day, hour, minute, second, utc, zone, zone_minutes = (
        group.decode("ascii") if group else "" for group in match.groups()
    )
    offset = "+00:00" if utc else f"{zone}:{zone_minutes or '00'}" if zone else ""
    time = f"{hour or '00'}:{minute or '00'}:{second or '00'}"
    try:
        return datetime.fromisoformat(f"{year}-{month}-{day}T{time}{offset}").isoformat()
    except ValueError:
        return ""


def pdf_signatures(data: bytes) -> list[Signature]:
    """The signatures inside a PDF, read from its bytes; damaged ones and time stamps left out."""
    found: dict[Signature, None] = {}
    for count, match in enumerate(_BYTE_RANGE.finditer(data)):
        if count >= _MOST_SIGNATURES:
            break
        start, length, after = (int(group) for group in match.groups())
        if not start + length < after <= len(data) or after > start + length + _LARGEST_SIGNATURE:
            continue
        hexadecimal = data[start + length : after].strip().strip(b"<>")
        try:
            der = definite(binascii.unhexlify(b"".join(hexadecimal.split())))
            info = cms.ContentInfo.load(der)
            if info["content_type"].native != "signed_data":
                continue
            signed = info["content"]
            if signed["encap_content_info"]["content_type"].native == "tst_info":
                continue
            told = _told(data, match.start(), after)
            for signature in _signatures(signed, "PAdES"):
                found[replace(signature, data=signature.data or told)] = None
        except (ReadError, ValueError, TypeError, KeyError, AttributeError):
            continue
    return list(found)
