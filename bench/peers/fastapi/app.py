"""The earlier system in short: FastAPI, SQLAlchemy's synchronous ORM, one uvicorn worker.

It reads DATABASE_URL and PORT as the other peers do, and books as it did: it looks, then inserts, with
no lock in between.
"""

import os
import socket
from datetime import datetime, timedelta, timezone
from urllib.parse import urlsplit

import uvicorn
from fastapi import Depends, FastAPI, HTTPException
from pydantic import BaseModel
from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, String, create_engine
from sqlalchemy.orm import Session, declarative_base, joinedload, relationship, sessionmaker

url = urlsplit(os.environ["DATABASE_URL"])
engine = create_engine(
    f"mysql+pymysql://{url.netloc}{url.path}?charset=utf8mb4",
    # The other servers have as many.
    pool_size=10,
    max_overflow=0,
    pool_timeout=60,
)
make_session = sessionmaker(bind=engine, autoflush=False)
Base = declarative_base()


class Patient(Base):
    __tablename__ = "patients"
    id = Column(Integer, primary_key=True)
    first_name = Column(String(100))
    last_name = Column(String(100))
    email = Column(String(100))
    phone_number = Column(String(10))
    created_at = Column(DateTime)
    updated_at = Column(DateTime)


class Doctor(Base):
    __tablename__ = "doctors"
    id = Column(Integer, primary_key=True)
    full_name = Column(String(100))
    specialty = Column(String(100))
    is_active = Column(Boolean)


class Appointment(Base):
    __tablename__ = "appointments"
    id = Column(Integer, primary_key=True)
    patient_id = Column(Integer, ForeignKey("patients.id"))
    doctor_id = Column(Integer, ForeignKey("doctors.id"))
    starts_at = Column(DateTime)
    ends_at = Column(DateTime)
    duration_minutes = Column(Integer)
    status = Column(String(9))
    created_at = Column(DateTime)
    updated_at = Column(DateTime)
    patient = relationship(Patient)
    doctor = relationship(Doctor)


class PatientRead(BaseModel):
    id: int
    first_name: str
    last_name: str
    email: str
    phone_number: str
    created_at: datetime
    updated_at: datetime

    class Config:
        orm_mode = True


class AppointmentCreate(BaseModel):
    patient_id: int
    doctor_id: int
    appointment_start_datetime: datetime
    appointment_duration_minutes: int


class AppointmentRead(BaseModel):
    id: int
    patient_id: int
    doctor_id: int
    appointment_start_datetime: datetime
    appointment_duration_minutes: int
    created_at: datetime
    appointment_end_datetime: datetime


class AppointmentDetailedRead(BaseModel):
    appointment_id: int
    appointment_start_datetime: datetime
    appointment_duration_minutes: int
    created_at: datetime
    patient_id: int
    patient_first_name: str
    patient_last_name: str
    patient_email: str
    doctor_id: int
    doctor_full_name: str
    doctor_specialty: str
    appointment_end_datetime: datetime


def get_session():
    session = make_session()
    try:
        yield session
    finally:
        session.close()


app = FastAPI()


@app.get("/patients/{patient_id}", response_model=PatientRead)
def read_patient(patient_id: int, session: Session = Depends(get_session)):
    patient = session.query(Patient).filter(Patient.id == patient_id).first()
    if patient is None:
        raise HTTPException(404, "Patient not found")
    return patient


@app.get("/appointments", response_model=list[AppointmentDetailedRead])
def list_appointments(doctor_id: int, session: Session = Depends(get_session)):
    appointments = (
        session.query(Appointment)
        .options(joinedload(Appointment.patient), joinedload(Appointment.doctor))
        .filter(Appointment.doctor_id == doctor_id, Appointment.status != "CANCELLED")
        .order_by(Appointment.id)
        .limit(50)
        .all()
    )
    return [
        AppointmentDetailedRead(
            appointment_id=appointment.id,
            appointment_start_datetime=appointment.starts_at,
            appointment_duration_minutes=appointment.duration_minutes,
            created_at=appointment.created_at,
            patient_id=appointment.patient.id,
            patient_first_name=appointment.patient.first_name,
            patient_last_name=appointment.patient.last_name,
            patient_email=appointment.patient.email,
            doctor_id=appointment.doctor.id,
            doctor_full_name=appointment.doctor.full_name,
            doctor_specialty=appointment.doctor.specialty,
            appointment_end_datetime=appointment.ends_at,
        )
        for appointment in appointments
    ]


@app.post("/appointments", response_model=AppointmentRead, status_code=201)
def book(body: AppointmentCreate, session: Session = Depends(get_session)):
    starts_at = body.appointment_start_datetime.astimezone(timezone.utc).replace(tzinfo=None)
    ends_at = starts_at + timedelta(minutes=body.appointment_duration_minutes)
    doctor = session.query(Doctor).filter(Doctor.id == body.doctor_id).first()
    if doctor is None or not doctor.is_active:
        raise HTTPException(409, "Doctor not found or inactive")
    overlap = (
        session.query(Appointment)
        .filter(
            Appointment.doctor_id == body.doctor_id,
            Appointment.status != "CANCELLED",
            Appointment.starts_at < ends_at,
            Appointment.starts_at > starts_at - timedelta(minutes=180),
            Appointment.ends_at > starts_at,
        )
        .first()
    )
    if overlap is not None:
        raise HTTPException(409, "Doctor already has an overlapping appointment")
    now = datetime.now(timezone.utc).replace(tzinfo=None, microsecond=0)
    appointment = Appointment(
        patient_id=body.patient_id,
        doctor_id=body.doctor_id,
        starts_at=starts_at,
        ends_at=ends_at,
        duration_minutes=body.appointment_duration_minutes,
        status="BOOKED",
        created_at=now,
        updated_at=now,
    )
    session.add(appointment)
    session.commit()
    session.refresh(appointment)
    return AppointmentRead(
        id=appointment.id,
        patient_id=appointment.patient_id,
        doctor_id=appointment.doctor_id,
        appointment_start_datetime=appointment.starts_at,
        appointment_duration_minutes=appointment.duration_minutes,
        created_at=appointment.created_at,
        appointment_end_datetime=appointment.ends_at,
    )


class Server(uvicorn.Server):
    """Tells who started it when it can be asked."""

    async def startup(self, sockets=None):
        await super().startup(sockets)
        print(f"is up at http://127.0.0.1:{sockets[0].getsockname()[1]}", flush=True)


listener = socket.socket()
listener.bind(("127.0.0.1", int(os.environ.get("PORT", "0"))))
Server(uvicorn.Config(app, log_level="warning")).run([listener])
